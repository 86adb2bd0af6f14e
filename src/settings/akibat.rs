//! Settings that can be read and yet do nothing, or contradict each other (P-106, P-107).

use super::Settings;
use super::lay::Lay;
use crate::finding::catalogue;
use crate::model::plan::Tujuan;
use crate::model::unit::BentukPendidikan;

/// Tells them; what contradicts is let go.
pub(super) fn judge(lay: &mut Lay<'_>, settings: &mut Settings) {
    hours(lay, settings);
    let rencana = &settings.rencana;
    if !rencana.dahulukan.is_empty() && !rencana.urutan.has(Tujuan::Keterisian) {
        let names: Vec<&str> = rencana.dahulukan.iter().map(|apa| apa.nama()).collect();
        let problem =
            "rencana.dahulukan tidak berpengaruh, karena rencana.urutan tidak memuat \"keterisian\"".to_string();
        lay.report(&catalogue::PENGATURAN_TANPA_AKIBAT, "dahulukan", names.join(", "), problem);
    }
    let total = &mut settings.rencana.total;
    // A kecamatan holds units of several OPD, and an OPD units of several kecamatan: neither is within the other.
    if let (Some(_), Some(kecamatan)) = (total.opd, total.kecamatan) {
        let problem =
            "rencana.total.opd dan rencana.total.kecamatan tidak dapat berlaku bersama, karena satu OPD dapat \
                       memiliki unit di banyak kecamatan dan sebaliknya; rencana.total.kecamatan tidak dipakai"
                .to_string();
        lay.report(&catalogue::PENGATURAN_BERTENTANGAN, "kecamatan", kecamatan.to_string(), problem);
        total.kecamatan = None;
    }
    let head = &mut settings.kepala_daerah;
    match (head.penetapan_paslon, head.akhir_masa_jabatan) {
        (None, Some(akhir)) => {
            let problem = format!(
                "kepala_daerah.akhir_masa_jabatan = {akhir} tidak berpengaruh tanpa kepala_daerah.penetapan_paslon; tidak \
                 ada masa pemilihan yang dinilai"
            );
            lay.report(&catalogue::PENGATURAN_TANPA_AKIBAT, "akhir_masa_jabatan", akhir.to_string(), problem);
        }
        // An end before the beginning: without an end the window stays open, which keeps officials where they are.
        (Some(penetapan), Some(akhir)) if akhir < penetapan => {
            let problem = format!(
                "kepala_daerah.akhir_masa_jabatan = {akhir} lebih dahulu daripada penetapan_paslon = {penetapan}; masa \
                 pemilihan dianggap belum berakhir"
            );
            lay.report(&catalogue::PENGATURAN_BERTENTANGAN, "akhir_masa_jabatan", akhir.to_string(), problem);
            head.akhir_masa_jabatan = None;
        }
        _ => {}
    }
}

/// Hours of kinds of school whose need does not go by hours.
fn hours(lay: &mut Lay<'_>, settings: &Settings) {
    for line in &settings.kebutuhan.jam_pelajaran {
        let idle = match line.bentuk {
            BentukPendidikan::Tk | BentukPendidikan::Slb | BentukPendidikan::Nonformal => true,
            BentukPendidikan::Sd | BentukPendidikan::Smp | BentukPendidikan::Sma | BentukPendidikan::Smk => false,
        };
        if idle {
            let (bentuk, jabatan) = (line.bentuk.label(), &line.jabatan);
            let problem = format!(
                "baris “{bentuk}: {jabatan}” pada kebutuhan.jam_pelajaran tidak berpengaruh: kebutuhan guru {bentuk} tidak \
                 dihitung dari jam pelajaran"
            );
            lay.report(&catalogue::PENGATURAN_TANPA_AKIBAT, "jam_pelajaran", format!("{bentuk}: {jabatan}"), problem);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::settings::Settings;

    fn told(text: &str) -> Vec<(&'static str, String)> {
        let findings = Settings::parse(text).unwrap().findings.into_iter();
        findings.filter(|f| f.kode.code != "P-103").map(|f| (f.kode.code, f.problem)).collect()
    }

    #[test]
    fn hours_of_a_school_that_has_none_and_an_end_without_a_beginning_are_told() {
        let found = told("[kebutuhan]\njam_pelajaran = [\"SMP: Guru Matematika = 4\", \"TK: Guru TK = 5\"]\n");
        assert_eq!((found.len(), found[0].0), (1, "P-106"), "{found:?}");
        let found = told("[kepala_daerah]\nakhir_masa_jabatan = \"2025-02-20\"\n");
        assert_eq!((found.len(), found[0].0), (1, "P-106"), "{found:?}");
        let first = "dahulukan = [\"minimum\"]";
        assert_eq!(told(&format!("[rencana]\n{first}\n")), []);
        let found = told(&format!("[rencana]\nurutan = [\"kecocokan\"]\n{first}\n"));
        assert_eq!((found.len(), found[0].0), (1, "P-106"), "{found:?}");
        let both = "penetapan_paslon = \"2024-09-22\"\nakhir_masa_jabatan";
        assert_eq!(told(&format!("[kepala_daerah]\n{both} = \"2025-02-20\"\n")), []);
        assert_eq!(told(&format!("[kepala_daerah]\n{both} = \"2024-02-20\"\n"))[0].0, "P-107");
    }
}
