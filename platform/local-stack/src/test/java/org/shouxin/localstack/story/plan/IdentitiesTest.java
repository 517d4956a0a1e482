package org.shouxin.localstack.story.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentitiesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  @ParameterizedTest
  @CsvSource({"11010519491231002,X", "44052418800101001,4"})
  void checkDigitsOfTheStandardsExamples(String body, char check) {
    assertThat(Identities.idCheck(body)).isEqualTo(check);
  }

  @ParameterizedTest
  @CsvSource({"7992739871,3", "453201511283036,6"})
  void luhnDigits(String body, int check) {
    assertThat(Identities.luhn(body)).isEqualTo(check);
  }

  @Test
  void personsHaveTheAgeAndSexAskedForAndAreAllDifferent() {
    Identities identities = new Identities("r1", 7, TODAY);
    Set<String> seen = new HashSet<>();
    for (int n = 1; n <= 500; n++) {
      int age = 18 + n % 46;
      boolean male = n % 2 == 0;
      Persona person = identities.person(n, age, male);
      String id = person.idNumber();
      assertThat(id).hasSize(18);
      assertThat(Identities.idCheck(id.substring(0, 17))).isEqualTo(id.charAt(17));
      assertThat((id.charAt(16) - '0') % 2 == 1).isEqualTo(male);
      LocalDate birth = LocalDate.parse(id.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
      assertThat(Period.between(birth, TODAY).getYears()).isEqualTo(age);
      assertThat(person.phone()).matches("\\+861[3-8]\\d{9}");
      assertThat(person.cardNumber()).hasSize(19);
      assertThat(seen.add(id)).isTrue();
      assertThat(seen.add(person.phone())).isTrue();
      assertThat(seen.add(person.cardNumber())).isTrue();
    }
  }

  @Test
  void anotherRunMeetsOtherPersonsFromTheSameSeed() {
    Persona first = new Identities("r1", 7, TODAY).person(1, 30, true);
    assertThat(new Identities("r1", 7, TODAY).person(1, 30, true)).isEqualTo(first);
    assertThat(new Identities("r2", 7, TODAY).person(1, 30, true).idNumber())
        .isNotEqualTo(first.idNumber());
  }
}
