//! Stands.

use super::Builder;
use super::path::{Entry, Path};
use crate::format::{List, RawStand};
use crate::geometry::PlanPoint;
use crate::plan::{Category, CategoryIx, Door, Hall, HallIx, Stand, WarningKind};

impl Builder<'_> {
    pub(super) fn stands(
        &mut self,
        list: List<RawStand>,
        halls: &[Hall],
        categories: &[Category],
    ) -> Vec<Stand> {
        let taken = self.taken("stands", &list, |s| &s.id);
        let mut stands = Vec::with_capacity(list.len());
        for (place, (file_index, raw)) in list.into_iter().enumerate() {
            if taken.get(place) == Some(&true) {
                continue;
            }
            let path = Entry::of("stands", file_index);
            let Some(outline) = self.polygon(&raw.outline, &Path::of(path, ".outline")) else {
                continue;
            };
            let hall = match &raw.hall {
                None => Some(HallIx(0)),
                Some(id) => halls.iter().position(|h| *h.id == **id).map(HallIx::from),
            };
            let Some(hall) = hall else {
                self.dangling(&Path::of(path, ".hall"), raw.hall.as_deref());
                continue;
            };
            let category = raw.category.as_ref().and_then(|id| {
                let found = categories
                    .iter()
                    .position(|c| *c.id == **id)
                    .map(CategoryIx::from);
                if found.is_none() {
                    self.dangling(&Path::of(path, ".category"), Some(id));
                }
                found
            });
            let mut open_edges = Vec::with_capacity(raw.open.len());
            for (i, edge) in raw.open.iter().enumerate() {
                if let Some(edge) = outline.edge_from_file(*edge) {
                    open_edges.push(edge);
                } else {
                    let detail = format!("the outline has no side {edge}");
                    let path = Path::item(path, ".open", i, "").text();
                    self.warn(WarningKind::BadNumber, path, &detail);
                }
            }
            let mut doors = Vec::new();
            for (i, door) in raw.doors.iter().enumerate() {
                let at = self.point(door.at, &Path::item(path, ".doors", i, ".at"));
                let width =
                    self.positive(Some(door.width), &Path::item(path, ".doors", i, ".width"));
                if let (Some(at), Some(width_m)) = (at, width) {
                    doors.push(Door { at, width_m });
                }
            }
            let label = raw.label.map(PlanPoint::from);
            stands.push(Stand {
                bounds: outline.bounds(),
                label: label.filter(|at| outline.contains(*at)),
                outline,
                hall,
                category,
                open_edges,
                doors,
                height_m: self.positive(raw.height, &Path::of(path, ".height")),
                declared_area_m2: self
                    .positive(raw.declared_area, &Path::of(path, ".declaredArea")),
                id: raw.id,
                number: raw.number,
                name: raw.name,
                short_name: raw.short_name,
                description: raw.description,
                participants: Vec::new(),
                sessions: Vec::new(),
                provenance: raw.provenance,
                file_index,
            });
        }
        stands
    }
}
