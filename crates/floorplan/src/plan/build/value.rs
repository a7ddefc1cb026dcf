//! Single values: polygons, points, numbers, dates, links. What cannot be used becomes a warning.

use super::Builder;
use super::path::{Entry, Path};
use crate::format::RawLink;
use crate::geometry::{PlanPoint, Polygon};
use crate::plan::{Date, Link, LocalTime, SafeUrl, WarningKind};

/// No exhibition is so far from its own origin, metres; what is drawn stays finite by far.
const FAR_M: f64 = 100_000.0;
/// Nor is anything of it so large, metres or square metres.
const LARGE: f64 = 1e9;

/// Whether points lie where an exhibition may be; what is no number does not.
pub(super) fn are_near(points: &[[f64; 2]]) -> bool {
    points.iter().flatten().all(|v| v.abs() < FAR_M)
}

impl Builder<'_> {
    pub(super) fn polygon(&mut self, raw: &[[f64; 2]], path: &Path) -> Option<Polygon> {
        Polygon::new(raw)
            .map_err(|error| self.warn(WarningKind::BadPolygon, path.text(), error.describe()))
            .ok()
    }

    pub(super) fn point(&mut self, raw: [f64; 2], path: &Path) -> Option<PlanPoint> {
        let is_near = are_near(&[raw]);
        if !is_near {
            self.warn(
                WarningKind::BadNumber,
                path.text(),
                "a point is two numbers of metres",
            );
        }
        is_near.then(|| raw.into())
    }

    pub(super) fn positive(&mut self, value: Option<f64>, path: &Path) -> Option<f64> {
        let value = value?;
        let good = value > 0.0 && value < LARGE;
        if !good {
            self.warn(
                WarningKind::BadNumber,
                path.text(),
                "must be a number above zero",
            );
        }
        good.then_some(value)
    }

    pub(super) fn date(&mut self, text: Option<&str>, path: &Path) -> Option<Date> {
        let date = Date::parse(text?);
        if date.is_none() {
            self.warn(WarningKind::BadDate, path.text(), "not a day, YYYY-MM-DD");
        }
        date
    }

    pub(super) fn time(&mut self, text: Option<&str>, path: &Path) -> Option<LocalTime> {
        let time = LocalTime::parse(text?);
        if time.is_none() {
            let detail = "not a time, YYYY-MM-DDTHH:MM or YYYY-MM-DD";
            self.warn(WarningKind::BadDate, path.text(), detail);
        }
        time
    }

    pub(super) fn link(&mut self, text: Option<&str>, path: &Path) -> Option<SafeUrl> {
        let url = SafeUrl::link(text?);
        if url.is_none() {
            self.unsafe_link(path);
        }
        url
    }

    pub(super) fn links(&mut self, raw: Vec<RawLink>, path: Entry) -> Vec<Link> {
        let mut links = Vec::with_capacity(raw.len());
        for (i, link) in raw.into_iter().enumerate() {
            let url = self.link(Some(&link.url), &Path::item(path, ".links", i, ".url"));
            links.extend(url.map(|url| Link {
                url,
                label: link.label,
            }));
        }
        links
    }

    pub(super) fn unsafe_link(&mut self, path: &Path) {
        let detail = "only https, http, mailto and tel addresses are shown";
        self.warn(WarningKind::UnsafeLink, path.text(), detail);
    }

    pub(super) fn dangling(&mut self, path: &Path, id: Option<&str>) {
        let id = id.unwrap_or_default();
        let detail = ["there is nothing with the id \"", id, "\""].concat();
        self.warn(WarningKind::DanglingId, path.text(), &detail);
    }
}
