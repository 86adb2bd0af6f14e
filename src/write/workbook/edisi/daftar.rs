//! Who is proposed to move, from where to where, whether that is approved, and which place is filled: facts of posts, none of
//! persons.

use rust_xlsxwriter::XlsxError;

use super::{DAFTAR, Edisi};
use crate::model::needs::PostId;
use crate::model::plan::Move;
use crate::write::Results;
use crate::write::workbook::figures::{after, kecamatan};
use crate::write::workbook::leaf::Leaf;
use crate::write::workbook::per_opd::per_opd;
use crate::write::workbook::style::Look;
use crate::write::workbook::table::{Column, Heading, List, Value, column};

const COLUMNS: &[Column] = &[
    column("No", 6.0, Look::Center),
    column("Nama", 24.0, Look::Wrap),
    column("NIP (disamarkan)", 22.0, Look::Text),
    column("Gol.", 7.0, Look::Center),
    column("Jabatan sekarang", 24.0, Look::Wrap),
    column("Unit sekarang", 26.0, Look::Wrap),
    column("Kecamatan sekarang", 15.0, Look::Wrap),
    column("Jabatan baru", 24.0, Look::Wrap),
    column("Unit baru", 26.0, Look::Wrap),
    column("Kecamatan baru", 15.0, Look::Wrap),
    column("Tempat yang diisi", 34.0, Look::Wrap),
    column("Keadaan", 11.0, Look::Center),
    column("OPD", 28.0, Look::Wrap),
];

/// Where a filter finds the group of a row; it does not go on paper.
const OPD: u16 = 12;

pub(super) fn write(edisi: &Edisi<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let note = format!("{} Menurut OPD asal, di dalamnya urut DUK.", edisi.keadaan.kalimat());
    let title = format!("{DAFTAR} ({})", edisi.keadaan.in_words());
    let heading = Heading { title: &title, ..edisi.heading(DAFTAR, &note, 2) };
    let mut list = List::open(sheet, &edisi.style, &heading, COLUMNS)?;
    list.print_up_to(OPD - 1);
    let (results, mut number) = (edisi.results, 0usize);
    for group in per_opd(results) {
        list.band(&group.in_words(), (OPD, group.opd))?;
        for at in group.moves {
            number += 1;
            list.row(row(results, number, &results.plan.moves[at]))?;
        }
    }
    if number == 0 {
        list.remark("Tidak ada perpindahan yang diusulkan.")?;
    } else {
        list.filter(list.next_row() - 1)?;
    }
    list.close()
}

fn row<'a>(results: &'a Results<'_>, number: usize, each: &Move) -> Vec<Value<'a>> {
    let pegawai = results.roster.pegawai(each.pegawai);
    let (from, to) = (results.needs.post(each.from), results.needs.post(each.to));
    let (old, new) = (results.roster.unit(from.unit), results.roster.unit(to.unit));
    let jabatan = if from.jabatan == to.jabatan { pegawai.jabatan.to_string() } else { to.jabatan_label() };
    vec![
        number.into(),
        pegawai.nama.as_str().into(),
        pegawai.nip.masked().into(),
        pegawai.golongan.map(|golongan| golongan.to_string()).into(),
        pegawai.jabatan.to_string().into(),
        (&*old.nama).into(),
        kecamatan(results, old).into(),
        jabatan.into(),
        (&*new.nama).into(),
        kecamatan(results, new).into(),
        filled(results, each.to).into(),
        match results.decision_on(each) {
            Some(_) => Value::Marked(Look::Baik, "Disetujui".into()),
            None => Value::Marked(Look::Samar, "Usulan".into()),
        },
        (&**old.opd()).into(),
    ]
}

/// `Guru Kelas: ada 3 dari kebutuhan 6; sesudah rencana ada 5`. Of a place that somebody leaves in the same plan:
/// `Guru Kelas: ada 1 dari kebutuhan 1, 1 di antaranya pindah; sesudah rencana ada 1`.
fn filled(results: &Results<'_>, id: PostId) -> String {
    let post = results.needs.post(id);
    let need = post.kebutuhan.as_ref().map(|need| format!(" dari kebutuhan {}", need.angka())).unwrap_or_default();
    let leave = match results.plan.moves.iter().filter(|step| step.from == id).count() {
        0 => String::new(),
        some => format!(", {some} di antaranya pindah"),
    };
    format!("{}: ada {}{need}{leave}; sesudah rencana ada {}", post.jabatan_label(), post.riil, after(results, id))
}
