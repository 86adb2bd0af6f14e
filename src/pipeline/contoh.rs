//! `mutasi sample`: a working folder with a synthetic region, or with synthetic people on real schools.

use std::collections::BTreeSet;
use std::path::Path;

use super::init::{new_folder, write_file, write_plain};
use super::{RunError, check, law, read};
use crate::model::cells::Tables;
use crate::model::roster::Roster;
use crate::model::unit::{BentukPendidikan, Unit};
pub use crate::sample::Wanted;
pub use crate::sample::daerah::by_kode as daerah_by_kode;
use crate::sample::{self, SchoolSeat};
use crate::settings::{self, Settings};

/// Makes a working folder and returns the paths written, in order.
///
/// With `schools` that workbook is copied into the inbox and its state primary schools get exactly as many
/// synthetic teachers as it counts; the region is told from its kecamatan where it is a known one.
///
/// # Errors
/// `NotEmpty` when the folder already holds something, `NoSchools` when the workbook has no state primary school
/// with teachers.
pub fn sample(root: &Path, wanted: &Wanted, schools: Option<&Path>) -> Result<Vec<String>, RunError> {
    let mut wanted = wanted.clone();
    let mut written = Vec::new();
    let workbooks = match schools {
        Some(path) => {
            let bytes = fs_err::read(path)?;
            let name = path.file_name().map_or("sekolah.xlsx".into(), |name| name.to_string_lossy());
            let name = format!("masuk/{}/{name}", wanted.periode);
            // Read elsewhere first: what holds no schools leaves no folder behind.
            let aside = tempfile::tempdir()?;
            write_file(aside.path(), &name, &bytes)?;
            let Settings { baca, batas, .. } = Settings::default();
            let tables = read::inbox(aside.path(), wanted.periode, &baca, &batas, &|_, _| ()).value;
            if let Some(daerah) = sample::daerah::of_kecamatan(&kecamatan_names(&tables)) {
                wanted.daerah = daerah;
            }
            let seats = seats(&tables, &wanted);
            if seats.is_empty() {
                return Err(RunError::NoSchools(path.to_path_buf()));
            }
            new_folder(root)?;
            written.push(write_file(root, &name, &bytes)?);
            sample::people_onto(&seats, &wanted)
        }
        None => {
            new_folder(root)?;
            sample::region(&wanted)
        }
    };
    written.push(write_file(root, settings::FILE, sample::settings_toml(&wanted.daerah).as_bytes())?);
    for workbook in &workbooks {
        written.push(write_plain(root, workbook)?);
    }
    written.sort();
    Ok(written)
}

/// Every kecamatan the tables name.
fn kecamatan_names(tables: &Tables) -> Vec<String> {
    let mut names = BTreeSet::new();
    for table in &tables.tables {
        let Some(column) = table.columns.iter().find(|column| column.name == "kecamatan") else { continue };
        let cells = table.rows.iter().flat_map(|row| row.cells());
        names.extend(cells.filter(|cell| cell.col == column.col).map(|cell| cell.text.to_string()));
    }
    names.into_iter().collect()
}

/// The state primary schools with the teachers they count.
fn seats(tables: &Tables, wanted: &Wanted) -> Vec<SchoolSeat> {
    let wilayah = law::wilayah(&wanted.daerah.kode_wilayah);
    let roster = check::roster(tables, wanted.periode.next().first_day(), wilayah, None).value;
    roster.units.iter().filter_map(|unit| seat(&roster, unit)).collect()
}

fn seat(roster: &Roster, unit: &Unit) -> Option<SchoolSeat> {
    let sekolah = unit.sekolah.as_ref()?;
    let wanted = sekolah.bentuk == BentukPendidikan::Sd && sekolah.negeri && sekolah.guru.is_some_and(|guru| guru > 0);
    wanted.then(|| SchoolSeat {
        nama: unit.nama.to_string(),
        npsn: sekolah.npsn.as_deref().unwrap_or_default().to_string(),
        bentuk: sekolah.bentuk,
        kecamatan: unit.kecamatan.map(|id| roster.wilayah.get(id).nama.clone()).unwrap_or_default(),
        rombel: sekolah.rombel,
        guru: sekolah.guru,
    })
}
