//! From text to features.

use super::{
    features::{Features, Initials, Word, number_key},
    index::Statement,
    knowledge::{Key, Knowledge, key},
    phrases,
};
use crate::{
    Span,
    lexicon::Class,
    mention::{
        clause::{self, Clause, Kind},
        date::{self, DateExpression},
        quantity::{self, Quantity, Value},
        tag::{self, Tag},
    },
    token::{Token, TokenKind, look_up, tokenize},
};

/// Reads features from texts; keeps its buffers from one text to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reader {
    tokens: Vec<Token>,
    tags: Vec<Tag>,
    clauses: Vec<Clause>,
    quantities: Vec<Quantity>,
    dates: Vec<DateExpression>,
    /// What each token is in its sentence, as sorts of [`Word`].
    marks: Vec<u32>,
    words: Vec<Word>,
    sequence: Vec<Key>,
    /// What a phrase reads as, and a part of the phrase: the families of both.
    phrases: Vec<(Key, Key)>,
    grams: Vec<u32>,
    lower: String,
    joined: String,
    /// The last context, and its content words.
    context: String,
    context_words: Box<[Key]>,
}

/// No mention is longer: what comes after these many tokens is left out of its features.
const MAX_TOKENS: usize = 400;

impl Reader {
    /// The features of a mention.
    pub(crate) fn features(&mut self, statement: &Statement<'_>, knowledge: &Knowledge) -> Features {
        let whole = statement.context.is_empty() || statement.context == statement.text;
        if !whole && statement.context != self.context {
            // The mentions of a sentence come one after the other.
            self.read(statement.context, None, knowledge);
            self.context.clear();
            self.context.push_str(statement.context);
            self.context_words = self.words.iter().map(|w| w.family).collect();
        }
        let speaker = self.names(statement.speaker, knowledge);
        let subject = self.names(statement.subject, knowledge);
        let text = statement.text;
        self.read(text, Some(statement), knowledge);
        let first_person =
            |t: &Token| matches!(t.lemma, "i" | "me" | "my" | "we" | "our" | "mine" | "ours" | "myself");
        if self.tokens.iter().any(first_person) {
            self.resolve(&speaker);
        }
        self.resolve(&subject);
        self.char_grams(text);
        let (acronyms, initials) = self.abbreviations(text);
        let context =
            if whole { self.words.iter().map(|w| w.family).collect() } else { self.context_words.clone() };
        Features {
            words: self.words.as_slice().into(),
            sequence: self.sequence.as_slice().into(),
            places: self.places(),
            senses: self.senses(knowledge),
            grams: self.grams.as_slice().into(),
            context,
            acronyms,
            initials,
            quantities: self.quantities.as_slice().into(),
            dates: self.dates.as_slice().into(),
            pronouns: self
                .tokens
                .iter()
                .zip(&self.tags)
                .any(|(t, g)| *g == Tag::Pronoun && t.is(Class::SUBJECT)),
            passive: self.passive(),
            speaker: speaker.iter().map(|w| w.family).collect(),
            modality: statement.modality,
            phrases: self.phrase_parts(),
            negated: self
                .tokens
                .iter()
                .zip(&self.marks)
                .any(|(t, m)| t.is(Class::NEG) && m & Word::PART == 0),
            quoted: statement.quoted,
            report: statement.report,
        }
    }

    fn places(&self) -> Box<[(Key, u16)]> {
        let mut places: Vec<_> = self.sequence.iter().enumerate().map(|(at, &k)| (k, at as u16)).collect();
        places.sort_unstable();
        places.into()
    }

    fn senses(&mut self, knowledge: &Knowledge) -> Box<[(u16, u16)]> {
        let mut senses = Vec::new();
        for (i, word) in self.words.iter().enumerate() {
            if !word.is(Word::NAME | Word::NUMBER | Word::CALENDAR) {
                senses.extend(knowledge.senses(word.key, word.family).map(|g| (g, i as u16)));
            }
        }
        senses.sort_unstable();
        senses.dedup();
        senses.into()
    }

    /// The names, or failing that the content words, in a description of somebody.
    fn names(&mut self, who: &str, knowledge: &Knowledge) -> Vec<Word> {
        if who.is_empty() {
            return Vec::new();
        }
        self.read(who, None, knowledge);
        let titled = |w: &Word| w.is(Word::NAME) || self.words.iter().all(|w| !w.is(Word::NAME));
        self.words.iter().copied().filter(titled).collect()
    }

    /// Adds the words of a name that a pronoun stands for.
    fn resolve(&mut self, names: &[Word]) {
        for name in names {
            if let Err(at) = self.words.binary_search_by_key(&name.family, |w| w.family) {
                let sort =
                    name.sort & (Word::NAME | Word::PLACE | Word::ACRONYM) | Word::RESOLVED | Word::SUBJECT;
                self.words.insert(at, Word { sort, at: 0, ..*name });
            }
        }
    }

    fn passive(&self) -> bool {
        self.tags.windows(2).enumerate().any(|(i, w)| {
            w[1] == Tag::Participle
                && self.tokens[i].is(Class::BE)
                && matches!(w[0], Tag::Aux | Tag::Participle)
        })
    }

    /// Fills `tokens`, `words` and `sequence` from `text`; with dates, quantities and clauses where it is a statement's.
    fn read(&mut self, text: &str, statement: Option<&Statement<'_>>, knowledge: &Knowledge) {
        self.tokens.clear();
        self.words.clear();
        self.sequence.clear();
        self.phrases.clear();
        tokenize(text, Span::new(0, text.len()), &mut self.tokens);
        self.tokens.truncate(MAX_TOKENS);
        self.dates.clear();
        self.quantities.clear();
        self.marks.clear();
        self.marks.resize(self.tokens.len(), 0);
        if let Some(statement) = statement {
            // Most mentions hold neither, and their words tell.
            if self
                .tokens
                .iter()
                .any(|t| t.is(COUNTING) || t.kind == TokenKind::Number || knowledge.measures(t.lemma))
            {
                self.dates = date::in_tokens(text, &self.tokens, statement.published);
                self.quantities =
                    quantity::in_tokens(text, &self.tokens, self.dates.iter().map(|d| d.span()));
                drop_conversions(text, &mut self.quantities);
            }
            tag::resolve_into(&self.tokens, &mut self.tags);
            self.clauses = clause::clauses(&self.tokens, &self.tags);
            self.mark(knowledge);
        }
        let letters = Letters::of(&self.tokens);
        let mut i = 0;
        let mut initial = true;
        let (mut date, mut quantity) = (0, 0);
        while let Some(&token) = self.tokens.get(i) {
            let at = self.sequence.len() as u16;
            let mark = self.marks[i];
            i += 1;
            if token.kind == TokenKind::Mark {
                // A word after an opening mark or a colon may stand with a capital whatever it is.
                initial |= matches!(token.mark, '“' | '"' | '‘' | ':' | '.' | '?' | '!' | '—' | '…');
                continue;
            }
            let first = core::mem::replace(&mut initial, false);
            while self.dates.get(date).is_some_and(|d| d.span().end <= token.span.start) {
                date += 1;
            }
            while self.quantities.get(quantity).is_some_and(|q| q.span().end <= token.span.start) {
                quantity += 1;
            }
            let inside = |span: Span| span.contains(token.span);
            if self.dates.get(date).is_some_and(|d| inside(d.span())) {
                self.date_word(token, text, mark, at);
                continue;
            }
            if let Some(q) = self.quantities.get(quantity).filter(|q| inside(q.span())).copied() {
                self.quantity_word(&q, token, text, mark, at, knowledge);
                continue;
            }
            let word = token.span.of(text);
            self.lower.clear();
            push_lower(word, &mut self.lower);
            if token.kind == TokenKind::Number {
                if let Ok(value) = self.lower.replace(',', "").parse::<f64>() {
                    self.push_number(value, mark, at);
                }
                continue;
            }
            let capital = token.is(Class::CAPITAL);
            if capital || !letters.cased {
                if let Some((k, used)) = self.place(i - 1, text, knowledge) {
                    i += used - 1;
                    self.sequence.push(k);
                    let rarity = knowledge.of(k).rarity.min(7.0);
                    let sort = mark | Word::NAME | Word::PLACE;
                    self.words.push(Word { family: k, key: k, rarity, at, sort });
                    continue;
                }
            }
            if word.contains('-') && token.lemma.is_empty() {
                for part in word.split('-').filter(|p| !p.is_empty()) {
                    let (class, lemma) = look_up(part);
                    self.push_word(part, class, lemma, mark, first, &letters, knowledge);
                }
                continue;
            }
            let mark = self.phrase(i - 1, text, first, &letters, knowledge);
            self.push_word(word, token.class, token.lemma, mark, first, &letters, knowledge);
        }
        self.words.sort_unstable_by_key(|w| (w.family, w.at));
        self.words.dedup_by(|w, kept| {
            let same = w.family == kept.family;
            if same {
                // What is said once outside the attribution and the asides counts.
                let low = Word::ATTRIBUTION | Word::ASIDE | Word::PART | Word::PHRASE | Word::FILLER;
                kept.sort = (kept.sort | w.sort) & !low | kept.sort & w.sort & low;
            }
            same
        });
    }

    /// Reads the phrase that opens at token `i`, if one does; returns the marks of the token.
    fn phrase(&mut self, i: usize, text: &str, first: bool, letters: &Letters, knowledge: &Knowledge) -> u32 {
        let mark = self.marks[i];
        if mark & (Word::PART | Word::FILLER) != 0 {
            return mark;
        }
        let Some(found) = phrases::find(text, &self.tokens, i) else { return mark };
        let token = |p: usize| &self.tokens[p];
        let spans = || self.dates.iter().map(|d| d.span()).chain(self.quantities.iter().map(|q| q.span()));
        let lower = !letters.cased || letters.titled;
        let apart = |p: usize| {
            token(p).is(Class::CAPITAL) && !lower && !(first && p == i)
                || self.marks[p] & (Word::PART | Word::FILLER) != 0
                || spans().any(|s| s.contains(token(p).span))
        };
        if found.parts().any(apart) {
            return mark;
        }
        let Some(target) = found.target else {
            for p in found.parts() {
                self.marks[p] |= Word::FILLER;
            }
            return self.marks[i];
        };
        let low = Word::ATTRIBUTION | Word::ASIDE;
        let all = found.parts().fold(low, |all, p| all & self.marks[p]);
        let mut sort = found.parts().fold(0, |any, p| any | self.marks[p]) & !low | all;
        if found.parts().any(|p| token(p).is(Class::NEG)) {
            // What it denies is in the word it stands for.
            sort &= !Word::DENIED;
        }
        if sort & Word::HEAD != 0 {
            sort &= !Word::SUBJECT;
        }
        // A participle in what is to come is not done: to get married.
        if sort & (Word::FUTURE | Word::POSSIBLE) != 0 {
            sort &= !Word::DONE;
        }
        let acts = |p: usize| token(p).is(Class::VERB) && !token(p).is(Class::MOSTLY_NOUN);
        if found.parts().any(acts) {
            sort |= Word::VERB;
        }
        let known = knowledge.of(target);
        let opposite = if known.opposite { Word::OPPOSITE } else { 0 };
        let (family, key, rarity) = (known.family, known.key, known.rarity);
        let at = self.sequence.len() as u16;
        self.words.push(Word { family, key, rarity, at, sort: sort | opposite | Word::PHRASE });
        for p in found.parts() {
            self.marks[p] |= Word::PART;
            let part = self.family(p, text, knowledge);
            self.phrases.push((family, part));
        }
        self.marks[i]
    }

    /// The family of the word that token `p` is.
    fn family(&mut self, p: usize, text: &str, knowledge: &Knowledge) -> Key {
        let token = self.tokens[p];
        if !token.lemma.is_empty() {
            return knowledge.of(key(token.lemma)).family;
        }
        self.lower.clear();
        push_lower(token.span.of(text), &mut self.lower);
        knowledge.of(key(stem(&self.lower, token.is(Class::CAPITAL)))).family
    }

    /// The words that phrases read as, each with a part of its phrase, by index.
    fn phrase_parts(&self) -> Box<[(u16, u16)]> {
        let index = |family: Key| self.words.binary_search_by_key(&family, |w| w.family).ok();
        let mut parts: Vec<_> = self
            .phrases
            .iter()
            .filter_map(|&(phrase, part)| {
                let (phrase, part) = (index(phrase)?, index(part)?);
                let apart = phrase != part && self.words.get(part).is_some_and(|w| w.is(Word::PART));
                apart.then_some((phrase as u16, part as u16))
            })
            .collect();
        parts.sort_unstable();
        parts.dedup();
        parts.into()
    }

    #[allow(clippy::too_many_arguments)]
    fn push_word(
        &mut self,
        word: &str,
        class: Class,
        lemma: &'static str,
        mark: u32,
        first: bool,
        letters: &Letters,
        knowledge: &Knowledge,
    ) {
        let at = self.sequence.len() as u16;
        let capital = class.any(Class::CAPITAL);
        let unknown = class.any(Class::UNKNOWN);
        let name = unknown && (capital || !letters.cased)
            || capital && !first && letters.cased && !letters.titled && !class.any(CLOSED);
        self.lower.clear();
        push_lower(word, &mut self.lower);
        let form = if lemma.is_empty() { stem(&self.lower, capital) } else { lemma };
        let known = knowledge.of(key(form));
        self.sequence.push(known.key);
        if class.any(CLOSED) && !name || self.lower.starts_with('\'') {
            return;
        }
        let mut sort = mark;
        if name {
            sort |= Word::NAME;
        }
        if class.any(Class::UPPER) && letters.cased && word.len() < 8 {
            sort |= Word::ACRONYM;
        }
        if class.any(Class::VERB) && !class.any(Class::MOSTLY_NOUN) && !name {
            sort |= Word::VERB;
        }
        let family = if name { known.key } else { known.family };
        if known.opposite {
            sort |= Word::OPPOSITE;
        }
        self.words.push(Word { family, key: known.key, rarity: known.rarity, at, sort });
    }

    fn push_number(&mut self, value: f64, mark: u32, at: u16) {
        let k = number_key(value);
        self.sequence.push(k);
        let rarity = if value.fract() == 0.0 && value.abs() <= 12.0 { 5.0 } else { 8.5 };
        self.words.push(Word { family: k, key: k, rarity, at, sort: mark | Word::NUMBER });
    }

    /// A word of a date: `Nov.` and `November` are one.
    fn date_word(&mut self, token: Token, text: &str, mark: u32, at: u16) {
        let word = token.span.of(text);
        let k = if token.kind == TokenKind::Number {
            key(word)
        } else if token.is(Class::MONTH.or(Class::WEEKDAY)) {
            key(&token.lemma[..token.lemma.len().min(3)])
        } else if token.is(CLOSED) {
            self.sequence.push(key(token.lemma));
            return;
        } else {
            self.lower.clear();
            push_lower(word, &mut self.lower);
            key(if token.lemma.is_empty() { &self.lower } else { token.lemma })
        };
        self.sequence.push(k);
        self.words.push(Word { family: k, key: k, rarity: 5.5, at, sort: mark | Word::CALENDAR });
    }

    /// A word of a quantity: the first stands for the number, the others for the unit.
    fn quantity_word(
        &mut self,
        q: &Quantity,
        token: Token,
        text: &str,
        mark: u32,
        at: u16,
        knowledge: &Knowledge,
    ) {
        if token.span.start <= q.span().start || self.words.is_empty() && self.sequence.is_empty() {
            let value = match q.value() {
                Value::Number(v) | Value::Vague(v) | Value::Range(v, _) | Value::Score(v, _) => v,
            };
            self.push_number(value, mark, at);
            if token.kind == TokenKind::Number {
                return;
            }
        }
        let word = token.span.of(text);
        let letters = Letters { cased: true, titled: false };
        for part in word.split('-').filter(|p| !p.is_empty()) {
            let (class, lemma) = look_up(part);
            let scale = matches!(part, "m" | "mn" | "bn" | "k" | "million" | "billion" | "trillion");
            if part.starts_with(|c: char| c.is_numeric()) || class.any(Class::NUMERAL) || scale {
                continue;
            }
            self.push_word(part, class, lemma, mark, true, &letters, knowledge);
        }
    }

    /// What each token is in its sentence: attribution, head, subject, quoted.
    fn mark(&mut self, knowledge: &Knowledge) {
        let mut quoted = false;
        for (mark, token) in self.marks.iter_mut().zip(&self.tokens) {
            match token.mark {
                '“' => quoted = true,
                '”' => quoted = false,
                '"' => quoted = !quoted,
                _ => {}
            }
            if quoted {
                *mark |= Word::QUOTED;
            }
        }
        for i in 0..self.clauses.len() {
            self.mark_attribution(i, knowledge);
        }
        self.mark_according();
        self.mark_scopes(knowledge);
        // What is said of a noun by the way counts less than what the sentence states.
        for i in 0..self.clauses.len() {
            let clause = self.clauses[i];
            let aside = matches!(clause.kind, Kind::Relative | Kind::Appositive | Kind::Adverbial)
                || clause.kind == Kind::Participial && clause.set_off;
            if aside && clause.parent.is_some() && clause.start > 0 {
                for m in self.marks.iter_mut().take(clause.end).skip(clause.start) {
                    *m |= Word::ASIDE;
                }
            }
        }
        // The first clause that is not attribution says who does what.
        let main = self.clauses.iter().find(|c| {
            c.head.is_some_and(|h| self.marks.get(h).is_some_and(|m| m & Word::ATTRIBUTION == 0))
                && c.head.is_some_and(|h| self.marks.get(h).is_some_and(|m| m & Word::ASIDE == 0))
                && !matches!(c.kind, Kind::Infinitive)
        });
        if let Some(main) = main {
            if let Some(m) = main.head.and_then(|h| self.marks.get_mut(h)) {
                *m |= Word::HEAD;
            }
            if let Some((start, end)) = main.subject {
                for m in self.marks.iter_mut().take(end).skip(start) {
                    *m |= Word::SUBJECT;
                }
            }
        }
    }

    /// Marks the words of clause `i` where it only says who speaks.
    fn mark_attribution(&mut self, i: usize, knowledge: &Knowledge) {
        let clause = self.clauses[i];
        let Some(head) = clause.head else { return };
        if !self.tokens.get(head).is_some_and(|t| !t.lemma.is_empty() && knowledge.reports(key(t.lemma))) {
            return;
        }
        let quote = |t: &Token| matches!(t.mark, '”' | '“' | '"' | '’' | '‘');
        let content =
            self.clauses.iter().find(|c| c.parent == Some(i) && c.kind == Kind::Content && c.start > head);
        let after = self.tokens.get(head + 1);
        let opens = after.is_some_and(|t| quote(t) || matches!(t.mark, ':'))
            || after.is_some_and(|t| t.is_mark(',')) && self.tokens.get(head + 2).is_some_and(quote);
        let before = clause.start.checked_sub(1).and_then(|b| self.tokens.get(b));
        let closes = before.is_some_and(|t| quote(t) || t.is_mark(','));
        let (from, to) = if let Some(content) = content {
            (clause.start, content.start)
        } else if opens {
            (clause.start, head + 1)
        } else if closes {
            // To the next mark, or the end.
            let end =
                (head..clause.end).find(|&j| self.tokens.get(j).is_some_and(quote)).unwrap_or(clause.end);
            (clause.start, end)
        } else {
            return;
        };
        for m in self.marks.iter_mut().take(to).skip(from) {
            *m |= Word::ATTRIBUTION;
        }
    }

    /// Marks what is denied, possible, to come and done.
    fn mark_scopes(&mut self, knowledge: &Knowledge) {
        for i in 0..self.tokens.len() {
            let (token, tag) = (self.tokens[i], self.tags[i]);
            let sort = if token.is(Class::NEG) {
                Word::DENIED
            } else if tag == Tag::Modal {
                match token.lemma {
                    "will" | "shall" | "would" => Word::FUTURE,
                    "must" | "should" | "ought" => continue,
                    _ => Word::POSSIBLE,
                }
            } else if token.lemma.is_empty() {
                continue;
            } else {
                let Some(sort) = knowledge.frame(key(token.lemma)) else {
                    if matches!(tag, Tag::Participle | Tag::Finite) && token.is(Class::PAST.or(Class::PART)) {
                        self.marks[i] |= Word::DONE;
                    }
                    continue;
                };
                if sort & (Word::FUTURE | Word::DENIED) != 0 && tag.is_verb() && !self.governs(i) {
                    continue;
                }
                // "A deal to stop smuggling" does not say that the smuggling has stopped.
                if sort == Word::DENIED && matches!(tag, Tag::Base | Tag::Ing) {
                    continue;
                }
                sort
            };
            self.mark_scope(i, sort);
        }
    }

    /// Whether the verb at `i` governs an infinitive or an -ing form: `plans to open`, `denied taking`.
    fn governs(&self, i: usize) -> bool {
        (i + 1..self.tokens.len().min(i + 5)).any(|j| matches!(self.tags[j], Tag::To | Tag::Ing))
    }

    /// Marks the first content word after token `i`, verbs before what they govern.
    fn mark_scope(&mut self, i: usize, sort: u32) {
        for j in i + 1..self.tokens.len().min(i + 9) {
            let (token, tag) = (self.tokens[j], self.tags[j]);
            if token.kind == TokenKind::Mark && !matches!(token.mark, '“' | '"' | '‘' | '’' | '”') {
                return;
            }
            if !token.is_word() || token.is(CLOSED) || tag == Tag::Adv || matches!(tag, Tag::Aux | Tag::Modal)
            {
                continue;
            }
            // Two negations cancel.
            self.marks[j] ^= sort & Word::DENIED;
            self.marks[j] |= sort & !Word::DENIED;
            if tag != Tag::Adj || sort == Word::DENIED && self.tags.get(j + 1) != Some(&Tag::Noun) {
                return;
            }
        }
    }

    /// Marks `according to` and its source, up to a comma.
    fn mark_according(&mut self) {
        let Some(at) = self.tokens.iter().position(|t| t.lemma == "according") else { return };
        let end = (at..self.tokens.len()).find(|&j| self.tokens[j].is_mark(',')).unwrap_or(self.tokens.len());
        for m in self.marks.iter_mut().take(end).skip(at) {
            *m |= Word::ATTRIBUTION;
        }
    }

    /// The key of a place or another name that starts at token `i`, and how many tokens it takes.
    fn place(&mut self, i: usize, text: &str, knowledge: &Knowledge) -> Option<(Key, usize)> {
        let pronoun = self.lower == "us" && !self.tokens.get(i).is_some_and(|t| t.is(Class::UPPER));
        if knowledge.starts_name(key(&self.lower)) {
            for used in (2..=4).rev() {
                if let Some(last) = self.tokens.get(i + used - 1) {
                    let span = self.tokens[i].span.hull(last.span);
                    self.joined.clear();
                    push_lower(span.of(text), &mut self.joined);
                    if let Some(k) = knowledge.name(&self.joined) {
                        return Some((k, used));
                    }
                }
            }
        }
        if pronoun { None } else { knowledge.name(&self.lower).map(|k| (k, 1)) }
    }

    fn char_grams(&mut self, text: &str) {
        self.grams.clear();
        let mut window = 0_u32;
        let mut last = ' ';
        let mut seen = 0;
        for c in text.chars().take(4 * MAX_TOKENS).chain([' ']) {
            let c = if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else if c.is_alphanumeric() {
                c.to_lowercase().next().unwrap_or(c)
            } else {
                ' '
            };
            if c == ' ' && last == ' ' {
                continue;
            }
            last = c;
            // Eight bits a character are enough for Latin letters; others mix.
            window = (window << 8) | (c as u32 & 0xff) ^ (c as u32 >> 8);
            seen += 1;
            let mixed = window.wrapping_mul(0x9E37_79B1);
            // Half of them tell as much as all.
            if seen >= 4 && mixed >> 31 == 0 {
                self.grams.push(mixed);
            }
        }
        self.grams.sort_unstable();
        self.grams.dedup();
    }

    /// Acronyms, and runs of capitalised words that could be written as one.
    fn abbreviations(&self, text: &str) -> (Box<[Initials]>, Box<[Initials]>) {
        let mut acronyms = Vec::new();
        let mut initials = Vec::new();
        let mut run: Vec<(u32, u16)> = Vec::new();
        let mut at = 0_u16;
        for token in &self.tokens {
            if token.kind == TokenKind::Mark {
                run.clear();
                continue;
            }
            let word = token.span.of(text);
            if token.is(Class::UPPER) && word.len() < 8 {
                let letters = word.bytes().filter(u8::is_ascii_alphabetic).take(6).fold(0, push_letter);
                acronyms.push(Initials { letters, start: at, end: at + 1 });
                run.clear();
            } else if token.is(Class::CAPITAL) {
                run.push((u32::from(word.as_bytes().first().copied().unwrap_or_default()), at));
                let mut letters = 0;
                for (n, &(letter, start)) in run.iter().rev().take(6).enumerate() {
                    letters |= (letter & 31) << (5 * n);
                    if n > 0 {
                        initials.push(Initials { letters, start, end: at + 1 });
                    }
                }
            } else if !token.is(CLOSED) {
                run.clear();
            }
            at += 1;
        }
        (acronyms.into(), initials.into())
    }
}

fn push_letter(packed: u32, letter: u8) -> u32 {
    (packed << 5) | u32::from(letter & 31)
}

/// Words that say how others hang together, not what a sentence is about.
pub(super) const CLOSED: Class = Class::DET
    .or(Class::PRON)
    .or(Class::POSSDET)
    .or(Class::POSSESSIVE)
    .or(Class::PREP)
    .or(Class::COORD)
    .or(Class::SUBORD)
    .or(Class::REL)
    .or(Class::WH)
    .or(Class::AUX)
    .or(Class::NEG)
    .or(Class::TO);

/// Takes out quantities that only say in brackets what stands before them in another unit: `75 liters (20 gallons)`.
fn drop_conversions(text: &str, quantities: &mut Vec<Quantity>) {
    let mut end = None;
    quantities.retain(|q| {
        let between = end.and_then(|end| text.get(end..q.wide().start));
        end = Some(q.span().end);
        between.is_none_or(|b| b.trim() != "(")
    });
}

/// Words of which dates and quantities are made.
const COUNTING: Class = Class::NUMERAL.or(Class::MONTH).or(Class::WEEKDAY).or(Class::APPROX);

/// How a text is written.
struct Letters {
    /// It has capitals and small letters.
    cased: bool,
    /// Nearly every longer word starts with a capital, as in a headline.
    titled: bool,
}

impl Letters {
    fn of(tokens: &[Token]) -> Self {
        let words = tokens.iter().filter(|t| t.is_word() && t.span.len() > 3);
        let (mut all, mut capital, mut upper) = (0, 0, 0);
        for t in words {
            all += 1;
            capital += usize::from(t.is(Class::CAPITAL));
            upper += usize::from(t.is(Class::UPPER));
        }
        let any = tokens.iter().any(|t| t.is(Class::CAPITAL));
        Self { cased: any && (upper < all || all < 3), titled: all > 2 && capital * 10 >= all * 7 }
    }
}

fn push_lower(word: &str, out: &mut String) {
    if word.is_ascii() && !word.contains('\n') {
        out.push_str(word);
        out.make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        if c == '’' {
            out.push('\'');
        } else if c.is_whitespace() {
            out.push(' ');
        } else {
            out.extend(c.to_lowercase());
        }
    }
}

/// The stem of a word that the lexicon does not know: its plural, past and -ing ends taken off.
pub(super) fn stem(word: &str, capital: bool) -> &str {
    let word = word.trim_end_matches('.');
    let cut = |n: usize| word.get(..word.len() - n).unwrap_or(word);
    let vowels = |w: &str| w.bytes().any(|b| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
    if word.len() < 5 {
        return word;
    }
    if word.ends_with("ies") {
        cut(3)
    } else if word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is") {
        cut(1)
    } else if capital {
        word
    } else if word.ends_with("ing") && vowels(cut(3)) {
        cut(3)
    } else if word.ends_with("ed") && vowels(cut(2)) {
        cut(2)
    } else if word.ends_with(['y', 'e']) {
        cut(1)
    } else {
        word
    }
}
