//! Of how many a mention speaks: all, most, some, few or one of them.

use super::{features::Word, marks::Own};
use crate::{
    lexicon::{Class, kept_particles},
    mention::tag::Tag,
    token::{Token, TokenKind},
};

/// How many tokens after its quantifier a noun may stand.
const REACH: usize = 7;

impl Own {
    /// Marks nouns of which all, most, some or few are meant.
    pub(super) fn mark_quantified(&mut self) {
        if self.framing & Word::QUANTIFIED == 0 {
            return;
        }
        for i in 0..self.tokens.len() {
            if self.frames[i] & Word::QUANTIFIED == 0 {
                continue;
            }
            let sort = self.quantifies(i);
            if sort == 0 {
                continue;
            }
            // "The council was unanimous", "members backed it unanimously".
            if self.tokens[i].lemma.starts_with("unanimous") {
                for (mark, tag) in self.marks.iter_mut().zip(&self.tags) {
                    if *mark & Word::ACTOR != 0 && *tag == Tag::Noun {
                        *mark |= sort;
                    }
                }
                continue;
            }
            if let Some(noun) = self.counted(i) {
                self.marks[noun] |= sort;
            } else if sort == Word::ALL {
                // "The brothers were both convicted."
                let subject = |j: &usize| self.marks[*j] & Word::SUBJECT != 0 && self.is_head(*j);
                if let Some(noun) = (0..i).find(subject) {
                    self.marks[noun] |= sort;
                }
            }
        }
    }

    /// Whether the noun at token `j` heads its phrase.
    fn is_head(&self, j: usize) -> bool {
        matches!(self.tags[j], Tag::Noun | Tag::Proper)
            && !matches!(self.tags.get(j + 1), Some(Tag::Noun | Tag::Genitive))
    }

    /// The noun of which the quantifier at token `i` says how many are meant.
    fn counted(&self, i: usize) -> Option<usize> {
        for j in i + 1..self.tokens.len().min(i + REACH) {
            let (other, tag) = (&self.tokens[j], self.tags[j]);
            if self.is_head(j) {
                return Some(j);
            }
            // "All of the men", but "they were all guilty of arson".
            let of = other.lemma == "of" && self.tags[j - 1] != Tag::Adj;
            let inside = tag.in_noun_phrase() || of || is_number(other);
            if !inside || tag == Tag::Pronoun {
                return None;
            }
        }
        None
    }

    /// Of how many the quantifier at token `i` speaks where it stands.
    fn quantifies(&self, i: usize) -> u32 {
        let sort = self.frames[i] & Word::QUANTIFIED;
        let before = i.checked_sub(1).and_then(|b| self.tokens.get(b));
        let after = self.tokens.get(i + 1);
        let follows = |lemma: &str| after.is_some_and(|t| t.lemma == lemma);
        let lemma = self.tokens[i].lemma;
        let two_before = i.checked_sub(2).and_then(|b| self.tokens.get(b)).map_or("", |t| t.lemma);
        let than = before.is_some_and(|t| t.lemma == "than");
        match lemma {
            "one" if before.is_some_and(|t| matches!(t.lemma, "only" | "just")) => return Word::FEW,
            "one" if follows("of") || self.tags.get(i + 1) == Some(&Tag::Noun) => return sort,
            "part" | "little" | "much" if follows("of") => return sort,
            "one" | "part" | "little" | "much" => return 0,
            "half" if than && two_before == "more" || before.is_some_and(|t| t.lemma == "over") => {
                return Word::MOST;
            }
            "half" if than => return Word::SOME | Word::FEW,
            _ => {}
        }
        if kept_particles!("scarcely").contains(&lemma) {
            return if follows("a") || follows("any") { sort } else { 0 };
        }
        match sort {
            Word::FEW if before.is_some_and(|t| t.lemma == "a") => Word::SOME,
            Word::ALL if before.is_some_and(|t| t.is(Class::NEG)) => Word::SOME,
            Word::ALL if before.is_some_and(|t| kept_particles!("short of a number").contains(&t.lemma)) => {
                Word::ALL | Word::MOST
            }
            // "Some 40 boats" are about 40.
            Word::SOME if after.is_some_and(is_number) => 0,
            _ => sort,
        }
    }
}

fn is_number(token: &Token) -> bool {
    token.kind == TokenKind::Number || token.is(Class::NUMERAL)
}

#[cfg(test)]
mod tests {
    use crate::matching::{
        features::Word, index::Statement, knowledge::Knowledge, page::Page, reader::Reader,
    };

    /// Of how many the mention speaks, of any noun.
    fn quantified(text: &str) -> u32 {
        let mut page = Page::default();
        Reader::default().statement(&Statement::new(text), &mut page, Knowledge::english());
        page.words(0).iter().fold(0, |all, w| all | w.sort) & Word::QUANTIFIED
    }

    #[test]
    fn reads_of_how_many_a_noun_is_meant() {
        let cases = [
            ("All of the boats sank.", Word::ALL),
            ("Not all of the boats sank.", Word::SOME),
            ("Nearly all boats sank.", Word::ALL | Word::MOST),
            ("The boats had both been sunk.", Word::ALL),
            ("Only one of the boats sank.", Word::FEW),
            ("One of the boats sank.", Word::SOME | Word::FEW),
            ("Hardly any boats sank.", Word::FEW),
            ("The boats hardly moved.", 0),
            ("A few boats sank.", Word::SOME),
            ("Some 40 boats sank.", 0),
            ("Half of the boats sank.", Word::SOME),
            ("More than half of the boats sank.", Word::MOST),
            ("Less than half of the boats sank.", Word::SOME | Word::FEW),
            ("The boat took part in the race.", 0),
            ("The crew was unanimous.", Word::ALL),
        ];
        for (text, sort) in cases {
            assert_eq!(quantified(text), sort, "{text}");
        }
    }
}
