//! The words by which results name themselves, as JSON writes them, too.

use core::fmt;

use super::{Kind, Known, Reason, modality::Modality, quantity::Bound};

/// Writes each of these by one word.
macro_rules! display {
    ($($named:ident { $($variant:ident => $word:literal,)* })*) => {$(
        impl fmt::Display for $named {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(match self {
                    $(Self::$variant => $word,)*
                })
            }
        }
    )*};
}

display! {
    Kind {
        DirectQuote => "direct_quote",
        MixedQuote => "mixed_quote",
        IndirectQuote => "indirect_quote",
        Assertion => "assertion",
    }
    Known {
        Named => "named",
        Role => "role",
        Anonymous => "anonymous",
        Unknown => "unknown",
    }
    Modality {
        Asserted => "asserted",
        Possible => "possible",
        Probable => "probable",
        Planned => "planned",
        Conditional => "conditional",
        Demanded => "demanded",
        Denied => "denied",
        Questioned => "questioned",
        Alleged => "alleged",
    }
    Reason {
        Empty => "empty",
        Boilerplate => "boilerplate",
        SignUp => "sign_up",
        Byline => "byline",
        Credit => "credit",
        Dateline => "dateline",
        Question => "question",
        Fragment => "fragment",
    }
    Bound {
        Exact => "exact",
        About => "about",
        AtLeast => "at_least",
        AtMost => "at_most",
    }
}
