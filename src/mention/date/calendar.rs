//! Periods of the calendar as closed intervals of days.

use jiff::{
    Span,
    civil::{Date, Weekday},
};

use super::term::{Period, Term};

/// A closed interval of days.
pub(super) type Days = (Date, Date);

/// The day of `month` in `year`, where there is one.
pub(super) fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

pub(super) fn plus_days(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

pub(super) fn plus_months(date: Date, months: i64) -> Option<Date> {
    date.checked_add(Span::new().try_months(months).ok()?).ok()
}

/// Monday to Sunday.
pub(super) fn week(date: Date) -> Option<Days> {
    let monday = plus_days(date, -i64::from(date.weekday().to_monday_zero_offset()))?;
    Some((monday, plus_days(monday, 6)?))
}

/// The Saturday and Sunday of the week of `date`.
pub(super) fn weekend(date: Date) -> Option<Days> {
    let (_, sunday) = week(date)?;
    Some((plus_days(sunday, -1)?, sunday))
}

/// `months` whole months from the first day of `month` on.
pub(super) fn months(year: i16, month: i8, months: i64) -> Option<Days> {
    let first = day(year, month, 1)?;
    Some((first, plus_days(plus_months(first, months)?, -1)?))
}

pub(super) fn years(first: i16, last: i16) -> Option<Days> {
    Some((day(first, 1, 1)?, day(last, 12, 31)?))
}

/// The quarter of `year`, from 1 to 4.
pub(super) fn quarter(year: i16, n: i8) -> Option<Days> {
    months(year, 3 * n - 2, 3)
}

/// The decade or century that holds `year`; a century starts in its year 1.
pub(super) fn decade(year: i16) -> Option<Days> {
    years(year - year.rem_euclid(10), year - year.rem_euclid(10) + 9)
}

/// The first `weekday` (Monday is 1) on or after `date`.
pub(super) fn on_or_after(date: Date, weekday: i8) -> Option<Date> {
    let ahead = (i64::from(weekday) - i64::from(date.weekday().to_monday_one_offset())).rem_euclid(7);
    plus_days(date, ahead)
}

/// The last `weekday` on or before `date`.
pub(super) fn on_or_before(date: Date, weekday: i8) -> Option<Date> {
    let back = (i64::from(date.weekday().to_monday_one_offset()) - i64::from(weekday)).rem_euclid(7);
    plus_days(date, -back)
}

/// The n-th `weekday` of a month; -1 is the last.
pub(super) fn nth_weekday(year: i16, month: i8, n: i8, weekday: Weekday) -> Option<Date> {
    day(year, month, 1)?.nth_weekday_of_month(n, weekday).ok()
}

/// Easter Sunday of the Western churches, by the anonymous Gregorian algorithm (Nature, 1876).
pub(super) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    day(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?)
}

/// The early, middle or late part of a week, a month, a year or a longer period.
pub(super) fn cut(days: Days, part: Option<Term>) -> Option<Days> {
    let Some(part) = part else { return Some(days) };
    let (start, end) = days;
    let third = i64::from((end - start).get_days()) / 3;
    // A week has no tenth day, and may lie in two months.
    if start.first_of_month() != start || end.last_of_month() != end {
        return Some(match part {
            Term::Early => (start, plus_days(start, third)?),
            Term::Mid => (plus_days(start, third)?, plus_days(end, -third)?),
            _ => (plus_days(end, -third)?, end),
        });
    }
    if start.first_of_month() == end.first_of_month() {
        let at = |n: i8| day(start.year(), start.month(), n);
        return Some(match part {
            Term::Early => (start, at(10)?),
            Term::Mid => (at(11)?, at(20)?),
            _ => (at(21)?, end),
        });
    }
    let months =
        i64::from(end.year() - start.year()) * 12 + i64::from(end.month()) - i64::from(start.month()) + 1;
    let third = months / 3;
    let (a, b) = match part {
        Term::Early => (0, third),
        Term::Mid => (third, 2 * third),
        _ => (2 * third, months),
    };
    let first = start.first_of_month();
    Some((plus_months(first, a)?, plus_days(plus_months(first, b)?, -1)?))
}

pub(super) fn decade_part(year: i16, part: Option<Term>) -> Option<Days> {
    match part {
        Some(Term::Early) => years(year, year + 3),
        Some(Term::Mid) => years(year + 4, year + 6),
        Some(_) => years(year + 7, year + 9),
        None => decade(year),
    }
}

/// The period of the calendar that holds `date`.
pub(super) fn containing(date: Date, period: Period) -> Option<Days> {
    let year = date.year();
    match period {
        Period::Day | Period::Night => Some((date, date)),
        Period::Week | Period::Fortnight => week(date),
        Period::Weekend => weekend(date),
        Period::Month => Some((date.first_of_month(), date.last_of_month())),
        Period::Quarter => quarter(year, (date.month() - 1) / 3 + 1),
        Period::Half => months(year, if date.month() > 6 { 7 } else { 1 }, 6),
        Period::Year => years(year, year),
        Period::Decade => decade(year),
        Period::Century => {
            let first = (year - 1) - (year - 1).rem_euclid(100) + 1;
            years(first, first + 99)
        }
    }
}

pub(super) fn back(date: Date, period: Period, n: i64) -> Option<Date> {
    step(date, period, -n)
}

pub(super) fn step(date: Date, period: Period, n: i64) -> Option<Date> {
    match period {
        Period::Day | Period::Night => plus_days(date, n),
        Period::Week | Period::Weekend => plus_days(date, 7 * n),
        Period::Fortnight => plus_days(date, 14 * n),
        Period::Month => plus_months(date, n),
        Period::Quarter => plus_months(date, 3 * n),
        Period::Half => plus_months(date, 6 * n),
        Period::Year => plus_months(date, 12 * n),
        Period::Decade => plus_months(date, 120 * n),
        Period::Century => plus_months(date, 1200 * n),
    }
}

/// `days` moved by `n` periods; whole months stay whole.
pub(super) fn shift(days: Days, period: Period, n: i64) -> Option<Days> {
    let (start, end) = (step(days.0, period, n)?, step(days.1, period, n)?);
    let whole = days.0.day() == 1 && days.1 == days.1.last_of_month() && period >= Period::Month;
    Some((start, if whole { end.last_of_month() } else { end }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_periods() {
        let d = Date::constant;
        assert_eq!(week(d(2023, 11, 16)), Some((d(2023, 11, 13), d(2023, 11, 19))));
        assert_eq!(months(2024, 2, 1), Some((d(2024, 2, 1), d(2024, 2, 29))));
        assert_eq!(months(2020, 12, 3), Some((d(2020, 12, 1), d(2021, 2, 28))));
        assert_eq!(on_or_after(d(2024, 5, 15), 1), Some(d(2024, 5, 20)));
        assert_eq!(on_or_before(d(2024, 5, 15), 3), Some(d(2024, 5, 15)));
        assert_eq!(easter(2024), Some(d(2024, 3, 31)));
        assert_eq!(easter(2019), Some(d(2019, 4, 21)));
    }
}
