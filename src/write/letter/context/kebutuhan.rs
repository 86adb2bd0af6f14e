//! Need against presence by jabatan, as papers on the whole plan tell it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::angka::ribuan;
use crate::model::plan::TindakLanjut;
use crate::model::terbilang::terbilang;
use crate::write::Results;

/// Rows of the table of need; the rest is one row.
const MOST_ROWS: usize = 15;

/// Jabatan in the chart.
const MOST_BARS: usize = 8;

/// Need against presence, the shortest jabatan first.
#[derive(Clone, Debug, Serialize)]
pub struct Kebutuhan {
    pub baris: Vec<BarisKebutuhan>,
    /// Those that are short, for a chart.
    pub grafik: Vec<Jabatan>,
    pub jumlah: Jabatan,
    /// Places short before and after, and the fewest any plan under the rules could leave.
    pub kurang_sebelum: u32,
    pub kurang_sesudah: u32,
    pub kurang_terkecil: u32,
    /// The same in sentences, with what would fill the rest.
    pub uraian: String,
    /// How many jabatan the chart shows, where it does not show all that are short; else empty.
    pub grafik_sebagian: String,
}

/// A jabatan in the table of need.
#[derive(Clone, Debug, Serialize)]
pub struct BarisKebutuhan {
    pub nomor: usize,
    #[serde(flatten)]
    pub jabatan: Jabatan,
}

/// One jabatan over all units.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Jabatan {
    pub jabatan: String,
    pub kebutuhan: u32,
    pub ada: u32,
    pub kurang: u32,
    pub lebih: u32,
    pub kurang_sesudah: u32,
}

pub(super) fn kebutuhan(results: &Results<'_>) -> Kebutuhan {
    let plan = results.plan;
    let mut by_name: BTreeMap<String, Jabatan> = BTreeMap::new();
    for (post, at) in results.needs.posts.iter().zip(0..) {
        let Some(need) = &post.kebutuhan else { continue };
        let gap = post.gap().unwrap_or(0);
        let after = plan.posts.get(at).map_or(post.riil, |outcome| outcome.after);
        let row = by_name.entry(post.jabatan_label()).or_default();
        row.kebutuhan += need.lo;
        row.ada += post.riil;
        row.kurang += (-gap).max(0) as u32;
        row.lebih += gap.max(0) as u32;
        row.kurang_sesudah += post.gap_of(after).map_or(0, |gap| (-gap).max(0) as u32);
    }
    let rows: Vec<Jabatan> = by_name.into_iter().map(|(jabatan, row)| Jabatan { jabatan, ..row }).collect();
    let kurang = [plan.kurang_before, plan.kurang_after, plan.kurang_reachable];
    let own = plan.unfilled.iter().map(|open| open.tindak_lanjut).sum::<TindakLanjut>();
    let decided = results.roster.keputusan.list.iter().any(|own| own.tindakan.holds_back());
    Kebutuhan { uraian: uraian(kurang, own, decided), ..table(rows, kurang) }
}

/// What is short before and after, whether moves could do more, and what would fill the rest: figures that add up.
/// `decided`: leadership postponed or refused somebody, which rules the plan as well.
pub(super) fn uraian([sebelum, sesudah, terkecil]: [u32; 3], tindak: TindakLanjut, decided: bool) -> String {
    let orang = |count: u32| format!("{} ({})", ribuan(count.into()), terbilang(count.into()));
    if sebelum == 0 {
        return "Tidak ada kekurangan pegawai menurut kebutuhan yang diketahui.".into();
    }
    let before = format!("Kekurangan pegawai seluruhnya {} orang.", orang(sebelum));
    if sesudah == 0 {
        return format!("{before} Dengan perpindahan dalam nota dinas ini seluruh kekurangan itu terisi.");
    }
    let dan = if decided { ", data, dan keputusan pimpinan" } else { " dan data" };
    let least = match terkecil < sesudah {
        true => format!(
            "tanpa batas dan urutan tujuan yang dipilih, perpindahan dapat menjadikannya {} orang",
            ribuan(terkecil.into())
        ),
        false => format!("itu yang paling sedikit yang dapat dicapai dengan perpindahan menurut aturan{dan} sekarang"),
    };
    let after =
        format!("Dengan perpindahan dalam nota dinas ini kekurangan menjadi {} orang; {least}.", orang(sesudah));
    format!("{before} {after} {}", sisanya(sesudah, tindak))
}

/// What would fill the places that stay empty.
fn sisanya(kurang: u32, tindak: TindakLanjut) -> String {
    let ways = [
        (kurang.saturating_sub(tindak.selain_formasi()), "memerlukan formasi CPNS/PPPK baru"),
        (tindak.data, "menunggu data unit asal calonnya dilengkapi"),
        (tindak.keputusan, "terbuka karena keputusan pimpinan yang menunda, menolak, atau melarang perpindahan"),
        (tindak.batas, "tertahan batas, urutan tujuan, atau pilihan mutasi atas usulan sendiri"),
        (tindak.persetujuan, "menunggu persetujuan Menteri Dalam Negeri"),
        (tindak.pimpinan, "diisi dengan keputusan tersendiri pimpinan"),
    ];
    let told: Vec<(u32, &str)> = ways.into_iter().filter(|(count, _)| *count > 0).collect();
    match &told[..] {
        [(_, only)] => format!("Seluruhnya {only}."),
        several => {
            let each: Vec<String> =
                several.iter().map(|(count, way)| format!("{} {way}", ribuan((*count).into()))).collect();
            let (last, others) = each.split_last().map_or(("", &[][..]), |(last, others)| (last.as_str(), others));
            format!("Dari {} orang itu, {}, dan {last}.", ribuan(kurang.into()), others.join(", "))
        }
    }
}

/// The table of these jabatan, the shortest first; those beyond its rows together.
pub(super) fn table(mut rows: Vec<Jabatan>, kurang: [u32; 3]) -> Kebutuhan {
    rows.sort_by(|a, b| b.kurang.cmp(&a.kurang).then(b.lebih.cmp(&a.lebih)).then_with(|| a.jabatan.cmp(&b.jabatan)));
    let sum = |rows: &[Jabatan], jabatan: String| {
        let of = |figure: fn(&Jabatan) -> u32| rows.iter().map(figure).sum();
        Jabatan {
            jabatan,
            kebutuhan: of(|row| row.kebutuhan),
            ada: of(|row| row.ada),
            kurang: of(|row| row.kurang),
            lebih: of(|row| row.lebih),
            kurang_sesudah: of(|row| row.kurang_sesudah),
        }
    };
    let jumlah = sum(&rows, "Jumlah".into());
    let short = rows.iter().filter(|row| row.kurang > 0);
    let grafik_sebagian = match short.clone().count() {
        all if all > MOST_BARS => format!("{MOST_BARS} jabatan yang paling kurang dari {all}"),
        _ => String::new(),
    };
    let grafik = short.take(MOST_BARS).cloned().collect();
    let rest = rows.split_off(rows.len().min(MOST_ROWS));
    if !rest.is_empty() {
        rows.push(sum(&rest, format!("{} jabatan lain", rest.len())));
    }
    let [kurang_sebelum, kurang_sesudah, kurang_terkecil] = kurang;
    Kebutuhan {
        baris: rows.into_iter().zip(1..).map(|(jabatan, nomor)| BarisKebutuhan { nomor, jabatan }).collect(),
        grafik,
        jumlah,
        kurang_sebelum,
        kurang_sesudah,
        kurang_terkecil,
        uraian: String::new(),
        grafik_sebagian,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_parted_by_what_would_fill_it_and_adds_up() {
        let own = TindakLanjut { formasi: 22, data: 2, ..TindakLanjut::default() };
        assert_eq!(
            uraian([43, 24, 24], own, false),
            "Kekurangan pegawai seluruhnya 43 (empat puluh tiga) orang. Dengan perpindahan dalam nota dinas ini kekurangan \
             menjadi 24 (dua puluh empat) orang; itu yang paling sedikit yang dapat dicapai dengan perpindahan menurut \
             aturan dan data sekarang. Dari 24 orang itu, 22 memerlukan formasi CPNS/PPPK baru, dan 2 menunggu data unit \
             asal calonnya dilengkapi."
        );
        let held = uraian([43, 25, 25], TindakLanjut { formasi: 23, ..own }.held_by_decisions(1), true);
        assert!(
            held.contains("menurut aturan, data, dan keputusan pimpinan sekarang. Dari 25 orang itu, 22 "),
            "{held}"
        );
        assert!(
            held.contains(", 2 menunggu data") && held.contains(", dan 1 terbuka karena keputusan pimpinan"),
            "{held}"
        );
        let limited = uraian([9, 6, 4], TindakLanjut { batas: 6, ..TindakLanjut::default() }, false);
        assert!(limited.contains("dapat menjadikannya 4 orang. Seluruhnya tertahan batas"), "{limited}");
    }

    #[test]
    fn nothing_short_is_no_zero_in_words() {
        assert_eq!(
            uraian([0, 0, 0], TindakLanjut::default(), false),
            "Tidak ada kekurangan pegawai menurut kebutuhan yang diketahui."
        );
        assert!(uraian([3, 0, 0], TindakLanjut::default(), false).ends_with("seluruh kekurangan itu terisi."));
    }
}
