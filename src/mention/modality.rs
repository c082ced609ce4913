//! stub
use super::{attribution::Attribution, syntax::Parse};
use crate::Span;
/// Modality.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Modality {
    #[default]
    Asserted,
    Possible,
    Probable,
    Planned,
    Conditional,
    Demanded,
    Denied,
    Questioned,
    Alleged,
}
pub(crate) fn of(_: &Parse<'_>, _: Span, _: Option<&Attribution>) -> (Modality, Option<Span>) {
    (Modality::Asserted, None)
}
