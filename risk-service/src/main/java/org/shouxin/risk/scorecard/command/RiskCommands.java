package org.shouxin.risk.scorecard.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;
import org.shouxin.risk.boosting.TreesInvalid;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.training.command.ExportCardCommand;
import org.shouxin.risk.training.command.StudyCommand;
import org.shouxin.risk.training.command.TrainModelCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands that run without the service: training a card, drawing a history. */
@Command(
    name = "risk-service",
    description = "Without a command the service starts; with one only the command runs.",
    subcommands = {
      TrainCommand.class,
      GenerateHistoryCommand.class,
      StudyCommand.class,
      TrainModelCommand.class,
      ExportCardCommand.class
    })
public final class RiskCommands {

  private static final Set<String> NAMES =
      Set.of(
          "train",
          "generate-history",
          "study",
          "train-model",
          "export-card",
          "help",
          "--help",
          "-h");
  private static final int REFUSED = 2;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  private RiskCommands() {}

  public static boolean knows(String... arguments) {
    return arguments.length > 0 && NAMES.contains(arguments[0]);
  }

  /** Runs a command; 0 done, 2 refused with the reason on the error stream. */
  public static int run(PrintWriter out, PrintWriter error, String... arguments) {
    return new CommandLine(new RiskCommands())
        .setOut(out)
        .setErr(error)
        .setExecutionExceptionHandler(RiskCommands::explain)
        .execute(arguments);
  }

  private static int explain(
      Exception thrown, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
    if (thrown instanceof DataRefused refused) {
      commandLine.getErr().println(refused.rule() + ": " + refused.getMessage());
    } else if (thrown instanceof TreesInvalid invalid) {
      commandLine.getErr().println(invalid.rule() + ": " + invalid.getMessage());
    } else if (thrown instanceof IOException unreadable) {
      commandLine.getErr().println("FILE: " + unreadable.getMessage());
    } else {
      throw thrown;
    }
    commandLine.getErr().flush();
    return REFUSED;
  }
}
