//! Titles and roles: words for what people are, and what they tell of a person.

use std::sync::LazyLock;

use super::{gender::Gender, number::with_lower};
use crate::{
    hash::Map,
    lexicon::{Class, ENGLISH, Form, ROLES, Shapes, Sketch, Table, rows},
    token::Token,
};

/// What a word says of the person it stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Role {
    /// The word itself, in lower case; for an abbreviation the word that it stands for.
    pub(crate) word: &'static str,
    pub(crate) gender: Gender,
    /// Can stand before a name as part of a title: `mayor`.
    pub(crate) title: bool,
    /// Can stand for a person by itself: not `former`.
    pub(crate) alone: bool,
}

static ROLE: LazyLock<Map<&'static str, Role>> = LazyLock::new(|| {
    let role = |row: Vec<&'static str>| {
        let word = row[0];
        let gender = Gender::read(row.get(1).copied());
        let kind = row.get(2).copied().unwrap_or_default();
        let full = row.get(3).copied().unwrap_or(word);
        (word, Role { word: full, gender, title: kind != "role", alone: kind != "mark" })
    };
    rows(ROLES).map(role).collect()
});

/// What roles look like.
static SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes::new(ROLE.keys().copied(), 0));

static SKETCH: LazyLock<Sketch> = LazyLock::new(|| Sketch::new(ROLE.keys().copied()));

/// The roles, and for each form of the lexicon one more than the place of its own; 0 for none.
static BY_FORM: LazyLock<(Vec<Role>, Table<u16>)> = LazyLock::new(|| {
    let (words, roles): (Vec<_>, Vec<_>) = ROLE.iter().map(|(&word, &role)| (word, role)).unzip();
    let places: Map<&str, u16> = words.into_iter().zip(1..).collect();
    let mut table = ENGLISH.lemma_table(|lemma| {
        if SKETCH.fits(lemma) { places.get(lemma).copied().unwrap_or_default() } else { 0 }
    });
    for (word, &place) in &places {
        // The word itself before that of which it may be a form: “Mrs” is no plural of “Mr”.
        let forms = [ENGLISH.form(word.as_bytes()), ENGLISH.form(format!("{word}.").as_bytes())];
        for form in forms.into_iter().flatten() {
            if let Some(own) = table.get_mut(form) {
                *own = place;
            }
        }
    }
    (roles, table)
});

/// What roles look like that the lexicon does not hold.
static UNKNOWN_SHAPES: LazyLock<Shapes> = LazyLock::new(|| {
    let unknown = |word: &&str| ENGLISH.form(word.as_bytes()).is_none();
    Shapes::new(ROLE.keys().copied().filter(unknown), 0)
});

impl Role {
    /// What the word `token` of `text` says: few words have to be asked for their letters.
    pub(crate) fn of_token(text: &str, token: &Token) -> Option<Self> {
        if token.is(Class::ROLE) {
            return Self::in_text(token.span.of(text));
        }
        let word = (token.form == Form::UNKNOWN).then(|| token.span.of(text).trim_end_matches('.'))?;
        if UNKNOWN_SHAPES.fit(word) { Self::in_text(word) } else { None }
    }

    /// What `word` says, in lower case and without the stop of an abbreviation; `None` for other words.
    pub(crate) fn of(word: &str) -> Option<Self> {
        SKETCH.fits(word).then(|| ROLE.get(word).copied()).flatten()
    }

    /// What a form of the lexicon says, or the word of which it is one.
    pub(crate) fn of_form(form: Form) -> Option<Self> {
        let (roles, places) = &*BY_FORM;
        roles.get(usize::from(*places.get(form)?).checked_sub(1)?).copied()
    }

    /// What `word` says as it stands in a text, in whatever case, with or without the stop of an abbreviation.
    pub(crate) fn in_text(word: &str) -> Option<Self> {
        let word = word.trim_end_matches('.');
        if !SHAPES.fit(word) {
            return None;
        }
        with_lower(word, Self::of)
    }

    /// Whether `word`, in any case, may be one: a quick test before its case is changed.
    pub(crate) fn fits(word: &str) -> bool {
        SHAPES.fit(word)
    }

    /// The same for a word that the lexicon does not hold, of which only ASCII letters are put in lower case.
    pub(crate) fn fits_unknown(word: &str) -> bool {
        UNKNOWN_SHAPES.fit_ascii(word)
    }
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, Gender, ROLE, Role};
    use crate::{lexicon::Class, token::look_up};

    #[test]
    fn the_lexicon_tells_which_words_may_be_roles() {
        for word in ROLE.keys() {
            assert!(look_up(word).0.any(Class::ROLE.or(Class::UNKNOWN)), "{word}");
        }
        assert!(!look_up("harbour").0.any(Class::ROLE));
    }

    #[test]
    fn a_form_says_what_its_letters_say_or_else_its_lemma() {
        for (word, role) in [("mrs", Some("mrs")), ("mayors", Some("mayor")), ("harbour", None)] {
            let form = ENGLISH.form(word.as_bytes()).unwrap();
            assert_eq!(Role::of_form(form).map(|r| r.word), role, "{word}");
        }
        for (word, role) in ROLE.iter() {
            let form = ENGLISH.form(word.as_bytes());
            assert!(form.is_none_or(|f| Role::of_form(f).is_some_and(|r| r.word == role.word)), "{word}");
        }
    }

    #[test]
    fn tells_titles_from_roles_and_other_words() {
        let mayor = Role::of("mayor").unwrap();
        assert!(mayor.title && mayor.alone);
        assert!(!Role::of("former").unwrap().alone);
        assert!(!Role::of("actress").unwrap().title);
        assert_eq!(Role::of("actress").unwrap().gender, Gender::Female);
        assert!(Role::of("harbour").is_none());
    }
}
