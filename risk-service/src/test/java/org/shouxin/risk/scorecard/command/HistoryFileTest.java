package org.shouxin.risk.scorecard.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.risk.scorecard.training.TrainingRefused;

class HistoryFileTest {

  @TempDir Path folder;

  @Test
  void aCutGzipIsRefused() throws IOException {
    Path cut = Files.write(folder.resolve("cut.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
    assertThatThrownBy(() -> new HistoryFile(cut).read("bad", List.of()))
        .isInstanceOfAny(TrainingRefused.class, IOException.class);
  }
}
