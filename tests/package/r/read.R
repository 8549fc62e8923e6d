# Prints, as JSON, the rows of each CSV file of a package as R reads them, as texts: `Rscript read.R PACKAGE`.
folder <- commandArgs(trailingOnly = TRUE)[1]
described <- jsonlite::read_json(file.path(folder, "datapackage.json"))
tables <- list()
for (resource in described$resources) {
  if (resource$format != "csv") next
  tables[[resource$name]] <- read.csv(
    file.path(folder, resource$path), na.strings = "", colClasses = "character",
    encoding = "UTF-8", check.names = FALSE
  )
}
cat(jsonlite::toJSON(tables, dataframe = "rows", na = "null"))
