package org.shouxin.risk;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.shouxin.risk.scorecard.command.RiskCommands;

/** Starts the service, or runs a command without starting it. */
@QuarkusMain
public class RiskMain {

  public static void main(String... arguments) {
    if (RiskCommands.knows(arguments)) {
      PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
      PrintWriter error = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
      System.exit(RiskCommands.run(out, error, arguments));
    }
    Quarkus.run(arguments);
  }
}
