package org.shouxin.origination.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.shouxin.chassis.problem.Invalid;

class IdNumberTest {

  @Example
  void theStandardsOwnExamplesPass() {
    assertThat(IdNumber.of("11010519491231002X").birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
    assertThat(IdNumber.of("440524188001010014").birthDate()).isEqualTo(LocalDate.of(1880, 1, 1));
  }

  @Example
  void aSmallCheckCharacterAndBlanksAreForgiven() {
    assertThat(IdNumber.of(" 11010519491231002x ").value()).isEqualTo("11010519491231002X");
  }

  @Example
  void aWrongCheckCharacterIsNamed() {
    refused("110105194912310021", IdNumber.RULE_CHECK_DIGIT);
  }

  @Example
  void aDayThatDoesNotExistIsNamed() {
    refused(withCheck("11010520230229001"), IdNumber.RULE_BIRTH_DATE);
  }

  @Example
  void aWrongShapeIsNamed() {
    refused("1101051949123100", IdNumber.RULE_FORMAT);
    refused("01010519491231002X", IdNumber.RULE_FORMAT);
    refused("11010519491231002Y", IdNumber.RULE_FORMAT);
    refused(null, IdNumber.RULE_FORMAT);
  }

  @Example
  void aRetiredOrForeignRegionIsNoGroundForRefusal() {
    assertThat(IdNumber.of(withCheck("81000019900101001")).value()).startsWith("81");
    assertThat(IdNumber.of(withCheck("91115619900101001")).value()).startsWith("9");
    assertThat(IdNumber.of(withCheck("32021119900101001")).value()).startsWith("320211");
  }

  @Example
  void ageIsWholeYearsOnTheDay() {
    IdNumber born = IdNumber.of(withCheck("11010520000229001"));
    assertThat(born.ageOn(LocalDate.of(2018, 2, 28))).isEqualTo(17);
    assertThat(born.ageOn(LocalDate.of(2018, 3, 1))).isEqualTo(18);
    assertThat(born.ageOn(LocalDate.of(1999, 12, 31))).isNegative();
  }

  @Example
  void neverShowsItself() {
    assertThat(IdNumber.of("11010519491231002X")).hasToString("1****************X");
  }

  @Property
  void everyNumberWithItsCheckCharacterPasses(@ForAll("numbers") String number) {
    assertThat(IdNumber.of(number).value()).isEqualTo(number);
  }

  @Property
  void everySingleWrongDigitIsFound(
      @ForAll("numbers") String number,
      @ForAll @IntRange(min = 0, max = 16) int place,
      @ForAll @IntRange(min = 1, max = 9) int shift) {
    char[] digits = number.toCharArray();
    digits[place] = (char) ('0' + (digits[place] - '0' + shift) % 10);
    assertThatThrownBy(() -> IdNumber.of(new String(digits))).isInstanceOf(Invalid.class);
  }

  @Property
  void everySwapOfTwoDifferentNeighboursIsFound(
      @ForAll("numbers") String number, @ForAll @IntRange(min = 0, max = 15) int place) {
    char[] digits = number.toCharArray();
    char first = digits[place];
    digits[place] = digits[place + 1];
    digits[place + 1] = first;
    if (digits[place] != first) {
      assertThatThrownBy(() -> IdNumber.of(new String(digits))).isInstanceOf(Invalid.class);
    }
  }

  @Provide
  Arbitrary<String> numbers() {
    Arbitrary<Integer> regions = Arbitraries.integers().between(110000, 999999);
    Arbitrary<Integer> sequences = Arbitraries.integers().between(0, 999);
    return Combinators.combine(regions, Dates.dates().yearBetween(1900, 2026), sequences)
        .as(
            (region, born, sequence) ->
                withCheck(
                    "%06d%04d%02d%02d%03d"
                        .formatted(
                            region,
                            born.getYear(),
                            born.getMonthValue(),
                            born.getDayOfMonth(),
                            sequence)));
  }

  private static String withCheck(String seventeen) {
    return seventeen + IdNumber.checkCharacter(seventeen);
  }

  private static void refused(String number, String rule) {
    assertThatThrownBy(() -> IdNumber.of(number))
        .isInstanceOfSatisfying(
            Invalid.class,
            e -> {
              assertThat(e.errors()).singleElement().returns(rule, x -> x.rule());
              assertThat(e.errors().get(0).field()).isEqualTo("/idNumber");
            });
  }
}
