//! stub
use super::syntax::Parse;
use crate::Span;
/// N
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Negation {
    cue: Span,
}
impl Negation {
    /// cue
    pub fn cue(&self) -> Span {
        self.cue
    }
}
pub(crate) fn in_parse(_: &Parse<'_>) -> Vec<Negation> {
    Vec::new()
}
pub(crate) fn negates(_: &Parse<'_>, _: &[Negation], _: Span) -> bool {
    false
}
