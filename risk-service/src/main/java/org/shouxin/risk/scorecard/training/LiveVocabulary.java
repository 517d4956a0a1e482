package org.shouxin.risk.scorecard.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shouxin.risk.dataset.Column;
import org.shouxin.risk.dataset.ColumnSpec;
import org.shouxin.risk.dataset.ColumnSpec.Kind;
import org.shouxin.risk.dataset.ColumnSpec.Role;
import org.shouxin.risk.dataset.CsvText;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.ReadDataset;
import org.shouxin.risk.dataset.Schema;
import org.shouxin.risk.scorecard.card.Feature;

/** The live decision's vocabulary as a schema: its features, the target, the traits asked for. */
public final class LiveVocabulary {

  private LiveVocabulary() {}

  /** Reads a history for a card of the live decision; what the vocabulary lacks is ignored. */
  public static Dataset read(CsvText text, String target, List<String> traits) throws IOException {
    checkApart(target, traits);
    List<String> header = new ArrayList<>();
    text.read(
        (line, cells) -> {
          if (line == 1) {
            header.addAll(cells);
          }
        });
    if (!header.contains(target)) {
      throw new DataRefused("DATA_HAS_TARGET", "no column " + target + " in the header");
    }
    return complete(ReadDataset.of(text, schema(header, target, traits)), header, target, traits);
  }

  private static void checkApart(String target, List<String> traits) {
    for (String trait : traits) {
      if (Feature.of(trait).isPresent()) {
        throw new DataRefused(
            "TRAIT_NEVER_SCORED", "protected trait " + trait + " is a feature of the vocabulary");
      }
    }
    if (Feature.of(target).isPresent() || traits.contains(target)) {
      throw new DataRefused(
          "TARGET_APART", "target " + target + " is also a feature or a protected trait");
    }
  }

  private static Schema schema(List<String> header, String target, List<String> traits) {
    List<ColumnSpec> columns = new ArrayList<>();
    columns.add(ColumnSpec.of(target, Kind.CATEGORICAL, Role.TARGET));
    for (Feature feature : Feature.values()) {
      if (header.contains(feature.column())) {
        columns.add(ColumnSpec.of(feature.column(), Kind.NUMERIC, Role.FEATURE));
      }
    }
    traits.forEach(trait -> columns.add(ColumnSpec.of(trait, Kind.CATEGORICAL, Role.TRAIT)));
    return new Schema("1", columns);
  }

  private static Dataset complete(
      Dataset read, List<String> header, String target, List<String> traits) {
    List<Column> features = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      Column found = read.feature(feature.column());
      features.add(found == null ? absent(feature, read.rows()) : found);
      if (found == null) {
        notes.add("column " + feature.column() + " is absent");
      }
    }
    read.notes().stream().filter(note -> note.startsWith("trait ")).forEach(notes::add);
    header.stream()
        .filter(name -> !name.equals(target) && !traits.contains(name))
        .filter(name -> Feature.of(name).isEmpty())
        .forEach(name -> notes.add("column " + name + " is not in the vocabulary, ignored"));
    return new Dataset(read.sha256(), features, read.bad(), read.traits(), null, notes);
  }

  private static Column absent(Feature feature, int rows) {
    double[] missing = new double[rows];
    Arrays.fill(missing, Double.NaN);
    return Column.ofNumbers(ColumnSpec.of(feature.column(), Kind.NUMERIC, Role.FEATURE), missing);
  }
}
