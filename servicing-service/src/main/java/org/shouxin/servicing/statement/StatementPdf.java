package org.shouxin.servicing.statement;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.text.Texts;
import org.shouxin.servicing.loan.ReadAccount.Account;
import org.shouxin.servicing.loan.ReadAccount.Balance;
import org.shouxin.servicing.loan.ReadAccount.Line;
import org.shouxin.servicing.statement.PrintStatement.InterestCertificate;
import org.shouxin.servicing.statement.PrintStatement.SettlementCertificate;

/** Statements and certificates as PDF, in Chinese or English. */
public final class StatementPdf {

  private static final int TITLE = 16;
  private static final int TEXT = 10;
  private static final int SMALL = 8;
  private static final int[] EDGES = {56, 150, 216, 282, 342, 396, 450, 510};

  private final Locale locale;
  private final PdfPaper paper = new PdfPaper();

  private StatementPdf(Locale locale) {
    this.locale = locale;
  }

  public static byte[] of(Account account, Locale locale) {
    return new StatementPdf(locale).statement(account);
  }

  public static byte[] of(InterestCertificate certificate, Locale locale) {
    StatementPdf pdf = new StatementPdf(locale);
    pdf.title("INTEREST_TITLE");
    pdf.say("LOAN", certificate.loanId());
    pdf.say("YEAR", String.valueOf(certificate.year()));
    pdf.say("INTEREST_PAID", pdf.money(certificate.interest()));
    pdf.say("PENALTY_PAID", pdf.money(certificate.penalty()));
    pdf.say("COST_PAID", pdf.money(certificate.cost()));
    pdf.say("PRINCIPAL_PAID", pdf.money(certificate.principal()));
    pdf.say("PRINTED", certificate.printedOn());
    return pdf.paper.bytes();
  }

  public static byte[] of(SettlementCertificate certificate, Locale locale) {
    StatementPdf pdf = new StatementPdf(locale);
    pdf.title("SETTLEMENT_TITLE");
    pdf.say("LOAN", certificate.loanId());
    pdf.say("CONTRACTED", certificate.contractedOn());
    pdf.say("PRINCIPAL", pdf.money(certificate.principal()));
    pdf.say("TOTAL_PAID", pdf.money(certificate.paid()));
    pdf.say("SETTLED", String.valueOf(certificate.settledOn()));
    pdf.say("PRINTED", certificate.printedOn());
    return pdf.paper.bytes();
  }

  private byte[] statement(Account account) {
    title("STATEMENT_TITLE");
    say("LOAN", account.header().loanId());
    say("TIME", account.from(), account.to());
    say("CONTRACTED", account.header().contractedOn());
    say("PRINCIPAL", money(account.header().principal()));
    say("RATE", account.header().rate());
    paper.space();
    if (account.opening() != null) {
      balance("OPENING", account.opening());
    }
    balance("CLOSING", account.closing());
    paper.space();
    paper.row(
        Stream.of(
                "COLUMN_DATE",
                "COLUMN_KIND",
                "COLUMN_AMOUNT",
                "COLUMN_PRINCIPAL",
                "COLUMN_INTEREST",
                "COLUMN_PENALTY",
                "COLUMN_COST",
                "COLUMN_UNAPPLIED")
            .map(this::text)
            .toList(),
        EDGES,
        SMALL);
    account.lines().forEach(line -> paper.row(cells(line), EDGES, SMALL));
    paper.space();
    say("PRINTED", account.printedOn());
    return paper.bytes();
  }

  private List<String> cells(Line line) {
    return List.of(
        line.businessDate().toString(),
        Texts.find("statements", locale, "KIND_" + line.kind()).orElse(line.kind()),
        amount(line.amount()),
        amount(line.principal()),
        amount(line.interest()),
        amount(line.penalty()),
        amount(line.cost()),
        amount(line.unapplied()));
  }

  private void balance(String key, Balance balance) {
    say(
        key,
        balance.day(),
        money(balance.principal()),
        money(balance.due()),
        money(balance.unapplied()));
  }

  private void title(String key) {
    paper.line(text(key), TITLE);
    paper.space();
  }

  private void say(String key, Object... values) {
    String line = text(key);
    for (int i = 0; i < values.length; i++) {
      line = line.replace("{" + i + "}", String.valueOf(values[i]));
    }
    paper.line(line, TEXT);
  }

  private String text(String key) {
    return Texts.of("statements", locale, key);
  }

  private String money(Money money) {
    return money.toString();
  }

  private static String amount(Money money) {
    return money.amount().toPlainString();
  }
}
