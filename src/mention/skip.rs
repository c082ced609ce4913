//! stub
use crate::{Span, token::Token};
/// S
#[derive(Clone, Copy, Debug, serde::Serialize)]
pub struct Skipped {
    span: Span,
    reason: Reason,
}
impl Skipped {
    pub(crate) fn new(span: Span, reason: Reason) -> Self {
        Self { span, reason }
    }
    /// s
    pub fn span(&self) -> Span {
        self.span
    }
}
/// R
#[derive(Clone, Copy, Debug, serde::Serialize)]
pub enum Reason {
    /// q
    Question,
}
pub(crate) fn reason(text: &str, span: Span, _: &[Token]) -> Option<Reason> {
    span.of(text).ends_with('?').then_some(Reason::Question)
}
