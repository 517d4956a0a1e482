package org.shouxin.servicing.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.text.Texts;
import org.shouxin.servicing.loan.ReadAccount.Account;
import org.shouxin.servicing.loan.ReadAccount.Balance;
import org.shouxin.servicing.loan.ReadAccount.Header;
import org.shouxin.servicing.loan.ReadAccount.Line;
import org.shouxin.servicing.statement.PrintStatement.InterestCertificate;
import org.shouxin.servicing.statement.PrintStatement.SettlementCertificate;
import org.shouxin.servicing.testing.PdfReader;

/** What another program reads on the paper: every text and every amount, in both languages. */
class StatementPdfTest {

  private static final UUID LOAN = new UUID(1, 2);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final long INK_MIN = 500;

  @Test
  void aStatementHasAllItsLines() {
    byte[] chinese = StatementPdf.of(account(3), Texts.DEFAULT_LOCALE);
    byte[] english = StatementPdf.of(account(3), Locale.ENGLISH);

    assertThat(PdfReader.text(chinese))
        .contains("贷款对账单", LOAN.toString(), "签约日：2026-01-10", "还款", "罚息", "未冲抵")
        .contains("1234.56", "0.35", "2026-02-03");
    assertThat(PdfReader.text(english))
        .contains("Statement of loan", "Contracted: 2026-01-10", "Payment", "Penalty Fees")
        .contains("1234.56", "0.35", "2026-02-03");
    assertThat(PdfReader.ink(english)).isGreaterThan(INK_MIN);
  }

  @Test
  void aLongStatementGoesOnOnFurtherPages() {
    byte[] pdf = StatementPdf.of(account(150), Texts.DEFAULT_LOCALE);

    assertThat(PdfReader.pages(pdf)).isEqualTo(4);
    assertThat(PdfReader.text(pdf).split("1234\\.56", -1)).hasSize(150 + 1);
  }

  @Test
  void certificatesSayWhatWasPaid() {
    InterestCertificate year =
        new InterestCertificate(
            LOAN, 2026, DAY, cny("118.50"), cny("0.35"), cny("0.00"), cny("1000.00"));
    SettlementCertificate settled =
        new SettlementCertificate(
            LOAN, DAY, LocalDate.of(2026, 1, 10), cny("1000.00"), DAY, cny("1118.85"));

    assertThat(PdfReader.text(StatementPdf.of(year, Texts.DEFAULT_LOCALE)))
        .contains("年度利息证明", "年度：2026", "已付利息：118.50 CNY", "已还本金：1000.00 CNY");
    assertThat(PdfReader.text(StatementPdf.of(year, Locale.ENGLISH)))
        .contains("Yearly interest certificate", "Year: 2026", "Interest paid: 118.50 CNY");
    assertThat(PdfReader.text(StatementPdf.of(settled, Texts.DEFAULT_LOCALE)))
        .contains("贷款结清证明", "还款合计：1118.85 CNY", "结清日：2026-03-31");
    assertThat(PdfReader.text(StatementPdf.of(settled, Locale.ENGLISH)))
        .contains("Settlement certificate", "Paid in all: 1118.85 CNY", "Settled: 2026-03-31");
  }

  private static Account account(int payments) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < payments; i++) {
      lines.add(
          new Line(
              LocalDate.of(2026, 2, 1).plusDays(i),
              "PAYMENT",
              cny("1234.56"),
              cny("1222.21"),
              cny("12.00"),
              cny("0.35"),
              cny("0.00"),
              cny("0.00"),
              null));
    }
    Balance balance = new Balance(DAY, cny("500.00"), cny("0.00"), cny("0.00"), 0);
    return new Account(
        new Header(
            LOAN,
            "ACTIVE",
            cny("10000.00"),
            "0.120000",
            "EQUAL_INSTALMENT",
            LocalDate.of(2026, 1, 10),
            LocalDate.of(2026, 1, 10)),
        LocalDate.of(2026, 1, 10),
        DAY,
        DAY,
        null,
        balance,
        lines);
  }

  private static Money cny(String amount) {
    return Money.of(amount, "CNY");
  }
}
