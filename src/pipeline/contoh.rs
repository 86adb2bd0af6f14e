//! `mutasi sample`: a working folder with a synthetic region, or with synthetic people on real schools.

use std::path::Path;

use jiff::civil::Date;

use super::init::{new_folder, write_file, write_plain};
use super::{RunError, check, read};
use crate::law;
use crate::model::roster::Roster;
use crate::model::unit::{BentukPendidikan, Unit};
pub use crate::sample::Wanted;
use crate::sample::{self, SchoolSeat};
use crate::settings::{self, Settings};

/// Makes a working folder and returns the paths written, in order.
///
/// With `schools` that workbook is copied into the inbox and its state primary schools get exactly as many
/// synthetic teachers as it counts.
///
/// # Errors
/// `NotEmpty` when the folder already holds something, `NoSchools` when the workbook has no state primary school
/// with teachers.
pub fn sample(root: &Path, wanted: &Wanted, schools: Option<&Path>) -> Result<Vec<String>, RunError> {
    let bytes = schools.map(fs_err::read).transpose()?;
    new_folder(root)?;
    let mut written = vec![write_file(root, settings::FILE, sample::settings_toml(wanted).as_bytes())?];
    let workbooks = match (schools, bytes) {
        (Some(path), Some(bytes)) => {
            let name = path.file_name().map_or("sekolah.xlsx".into(), |name| name.to_string_lossy());
            written.push(write_file(root, &format!("masuk/{}/{name}", wanted.periode), &bytes)?);
            let seats = seats(root, wanted);
            if seats.is_empty() {
                return Err(RunError::NoSchools(path.to_path_buf()));
            }
            sample::people_onto(&seats, wanted)
        }
        _ => sample::region(wanted),
    };
    for workbook in &workbooks {
        written.push(write_plain(root, workbook)?);
    }
    written.sort();
    Ok(written)
}

/// The state primary schools of the inbox with the teachers they count.
fn seats(root: &Path, wanted: &Wanted) -> Vec<SchoolSeat> {
    let tables = read::inbox(root, wanted.periode, &Settings::default().batas, &|_, _| ());
    let efektif: Date = wanted.periode.next().first_day();
    let roster: Roster = check::roster(&tables.value, efektif, law::wilayah("")).value;
    roster.units.iter().filter_map(seat).collect()
}

fn seat(unit: &Unit) -> Option<SchoolSeat> {
    let sekolah = unit.sekolah.as_ref()?;
    let wanted = sekolah.bentuk == BentukPendidikan::Sd && sekolah.negeri && sekolah.guru.is_some_and(|guru| guru > 0);
    wanted.then(|| SchoolSeat {
        nama: unit.nama.to_string(),
        npsn: sekolah.npsn.as_deref().unwrap_or_default().to_string(),
        bentuk: sekolah.bentuk,
        kecamatan: None,
        rombel: sekolah.rombel,
        guru: sekolah.guru,
    })
}
