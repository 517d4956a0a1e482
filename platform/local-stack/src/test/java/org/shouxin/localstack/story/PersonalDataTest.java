package org.shouxin.localstack.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.localstack.story.plan.Persona;

class PersonalDataTest {

  private static final Persona SOMEONE =
      new Persona(
          "B-001",
          "王安宁",
          "11010519491231002X",
          "+8613800000001",
          "6222020000000000007",
          "borrower-r1-001@example.org",
          "device-r1-001");

  private final PersonalData data = new PersonalData(List.of(SOMEONE));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=王安宁, state=OK",
        "借款人王安宁申请",
        "{\"idNumber\":\"11010519491231002X\"}",
        "to +8613800000001",
        "phone 13800000001 is empty",
        "card6222020000000000007",
        "mail <borrower-r1-001@example.org>"
      })
  void findsEveryKindOfDatum(String text) {
    assertThat(data.in(text)).isPresent();
    assertThat(data.in(text).orElseThrow()).doesNotContain("安宁").doesNotContain("00000001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "王安 宁",
        "loan 0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
        "13800000002",
        "1380000000",
        ""
      })
  void leavesOtherTextsAlone(String text) {
    assertThat(data.in(text)).isEmpty();
  }

  @Test
  void namesTheFileAndTheLine(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("clean.log"), "started\n");
    assertThat(data.inLogs(directory)).isEmpty();
    Files.writeString(directory.resolve("risk.log"), "started\nsent to 13800000001\n");
    assertThat(data.inLogs(directory).orElseThrow()).startsWith("risk.log:2");
  }
}
