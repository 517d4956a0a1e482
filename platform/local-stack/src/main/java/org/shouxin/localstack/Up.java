package org.shouxin.localstack;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.shouxin.localstack.run.Component;
import org.shouxin.localstack.run.ConsoleProgress;
import org.shouxin.localstack.run.Figures;
import org.shouxin.localstack.run.Stack;
import org.shouxin.localstack.run.StackFailure;
import org.shouxin.localstack.run.StackOptions;
import org.shouxin.localstack.run.StackPorts;
import org.shouxin.localstack.run.StackSecrets;
import org.shouxin.localstack.run.StackStatus;
import org.shouxin.localstack.run.StackUrls;
import org.shouxin.localstack.run.UpInstance;
import org.shouxin.localstack.story.Story;
import org.shouxin.localstack.story.StoryOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The one command: starts the whole suite on this machine, and tells the story on request. */
@Command(
    name = "./up",
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Builds what is missing and starts PostgreSQL, Kafka, the outside parties' stand-ins, Keycloak,"
          + " the four services and the gateway; waits until all are ready; prints where to look, the"
          + " demo logins and how to stop. Ctrl-C stops everything.",
      "",
      "Needs a JDK 17 or later and Maven 3.8.7 or later, nothing else. Data live in .local/data and"
          + " survive a restart; logs are in .local/log, process ids in .local/run, keys made for this"
          + " machine in .local/secrets, what is made only once in .local/cache.",
      ""
    },
    footer = {
      "",
      "The story walks borrowers through the life of a loan as an outside client of the gateway:"
          + " sign-up, checks, application, assessment, offer, signature, pay-out, due days, reminders,"
          + " debits, arrears, lawful contacts, promises, cures, an extension, a write-off. Each step is"
          + " a line; a table and the invariants end it. The exit code is 0 only if every invariant"
          + " held. It uses a running stack, or starts one and stops it afterwards.",
      "",
      "Examples:",
      "  ./up",
      "  ./up --story --count 50 --seed 7",
      "  ./up --story --borrowers ../shared/data/taiwan-default/taiwan_default.csv.gz --count 200",
      "  ./up --port-offset 1000 --port gateway=9000",
      "  ./up --stop",
      "",
      "Exit codes: 0 all well, 1 the stack or an invariant failed, 2 wrong arguments,"
          + " 3 --status: not everything runs."
    })
public final class Up implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int NOT_RUNNING = 3;
  private static final long WATCH_SECONDS = 2;

  private final ToIntFunction<StoryOptions> story;
  private final PrintStream out;

  @Spec private CommandSpec spec;

  @Option(names = "--story", description = "tell the story; exit code 0 if every invariant held")
  private boolean tellStory;

  @Option(
      names = "--count",
      defaultValue = "20",
      paramLabel = "N",
      description = "borrowers in the story (default ${DEFAULT-VALUE})")
  private int count;

  @Option(
      names = "--borrowers",
      paramLabel = "FILE",
      description =
          "take the story's borrowers from the Taiwan credit-card file (CSV or CSV.GZ): LIMIT_BAL is"
              + " the amount asked, PAY_0..PAY_6 with PAY_AMT say who pays when, how late and who"
              + " stops; the scorecard is trained on rows that are not borrowers in the run (sex,"
              + " marriage and age measured, never scored on). Without a file they are generated")
  private Path borrowers;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "of everything the story generates (default ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--infrastructure",
      description = "start everything but the services and the gateway, which you start yourself")
  private boolean infrastructure;

  @Option(names = "--fresh", description = "wipe data and keys of earlier runs first")
  private boolean fresh;

  @Option(
      names = "--port-offset",
      defaultValue = "0",
      paramLabel = "N",
      description = "move every port by N")
  private int portOffset;

  @Option(
      names = "--port",
      paramLabel = "NAME=PORT",
      description =
          "move one port; names and defaults: gateway=8080, origination=8101, risk=8102,"
              + " servicing=8103, collections=8104, keycloak=8180, stand-ins=8190, smtp=3025,"
              + " postgres=15432, kafka=19092, kafka-controller=19093")
  private Map<String, Integer> ports = Map.of();

  @Option(
      names = "--gateway-port",
      paramLabel = "PORT",
      description = "short for --port gateway=PORT")
  private Integer gatewayPort;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Option(names = "--status", description = "say what runs")
  private boolean status;

  @Option(names = "--figures", description = "say memory and event latencies of the running stack")
  private boolean figures;

  @Option(names = "--stop", description = "stop the running stack")
  private boolean stop;

  Up(ToIntFunction<StoryOptions> story, PrintStream out) {
    this.story = story;
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(commandLine(new Up(Story::run, System.out)).execute(arguments));
  }

  static CommandLine commandLine(Up up) {
    return new CommandLine(up)
        .setParameterExceptionHandler(
            (wrong, arguments) -> {
              CommandLine commandLine = wrong.getCommandLine();
              commandLine.getErr().println("up: " + wrong.getMessage() + " (see ./up --help)");
              return commandLine.getCommandSpec().exitCodeOnInvalidInput();
            })
        .setExecutionExceptionHandler(
            (failure, commandLine, parsed) -> {
              if (failure instanceof StackFailure) {
                commandLine.getErr().println("up: " + failure.getMessage());
                return FAILED;
              }
              throw failure;
            });
  }

  @Override
  public Integer call() {
    StackOptions all = StackOptions.local(root(), ports(), fresh);
    StackOptions options = infrastructure ? all.infrastructureOnly() : all;
    UpInstance instance = new UpInstance(options.work());
    check();
    if (status) {
      return tellStatus(instance);
    }
    if (stop) {
      return stopAll(options, instance);
    }
    if (figures) {
      return tellFigures(instance);
    }
    if (instance.isRunning()) {
      return join(instance);
    }
    return run(options, instance);
  }

  StackPorts ports() {
    Map<Component, Integer> named = new EnumMap<>(Component.class);
    try {
      ports.forEach((label, port) -> named.put(Component.of(label), port));
      if (gatewayPort != null) {
        named.put(Component.GATEWAY, gatewayPort);
      }
      return StackPorts.shifted(portOffset, named);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }

  private void check() {
    if (count < 1) {
      throw new ParameterException(spec.commandLine(), "--count must be at least 1");
    }
    if (borrowers != null && !Files.isReadable(borrowers)) {
      throw new ParameterException(spec.commandLine(), borrowers + " cannot be read");
    }
    if (infrastructure && tellStory) {
      throw new ParameterException(spec.commandLine(), "the story needs the services");
    }
    if (borrowers != null && !tellStory) {
      throw new ParameterException(spec.commandLine(), "--borrowers belongs to --story");
    }
  }

  private static Path root() {
    return Path.of(System.getProperty("shouxin.root", "")).toAbsolutePath().normalize();
  }

  private int tellStatus(UpInstance instance) {
    StackStatus stack = new StackStatus(StackOptions.local(root(), instance.ports(), false));
    stack.lines().forEach(out::println);
    return stack.isComplete() ? 0 : NOT_RUNNING;
  }

  private int stopAll(StackOptions options, UpInstance instance) {
    boolean ran = instance.isRunning();
    boolean stopped = instance.stop();
    try (ConsoleProgress progress = new ConsoleProgress(out)) {
      Stack.stopLeftovers(options, progress);
    }
    out.println(ran ? "stopped" : "nothing was running");
    return stopped ? 0 : FAILED;
  }

  private int tellFigures(UpInstance instance) {
    if (!instance.isRunning()) {
      throw new StackFailure("nothing runs that could be measured: ./up first");
    }
    new Figures(StackOptions.local(root(), instance.ports(), false)).lines().forEach(out::println);
    return 0;
  }

  private int join(UpInstance instance) {
    if (fresh) {
      throw new StackFailure("--fresh wipes data, but the stack runs: ./up --stop first");
    }
    StackOptions options = StackOptions.local(root(), instance.ports(), false);
    if (tellStory) {
      return tell(options);
    }
    out.println("The stack runs already.");
    describe(options);
    return 0;
  }

  private int run(StackOptions options, UpInstance instance) {
    instance.claim(options.ports(), ProcessHandle.current());
    Runtime.getRuntime().addShutdownHook(new Thread(instance::release));
    try (ConsoleProgress progress = new ConsoleProgress(out);
        Stack stack = Stack.start(options, progress)) {
      if (tellStory) {
        return tell(options);
      }
      describe(options);
      watch(stack);
      return 0;
    }
  }

  private int tell(StackOptions options) {
    StackUrls urls = new StackUrls(options.ports());
    return story.applyAsInt(
        new StoryOptions(
            count,
            borrowers == null ? null : borrowers.toAbsolutePath(),
            seed,
            urls.gateway(),
            urls.keycloak(),
            urls.standIns(),
            options.work().resolve("story"),
            options.jar(Component.RISK),
            StackSecrets.open(options.secrets()).staffPassword(),
            urls.kafka(),
            options.logs()));
  }

  private void describe(StackOptions options) {
    StackUrls urls = new StackUrls(options.ports());
    StackSecrets secrets = StackSecrets.open(options.secrets());
    URI keycloak = urls.keycloak();
    List.of(
            "",
            "Shouxin is up.",
            "  gateway      " + urls.gateway() + "   (documents: " + urls.gateway() + "/docs)",
            "  services     /api/{origination,risk,servicing,collections}/v1/... at the gateway",
            "  Keycloak     "
                + keycloak
                + "/realms/shouxin   (administrator: keeper / "
                + secrets.keycloakAdminPassword()
                + ")",
            "  stand-ins    " + urls.standIns() + "   (admin calls: /admin/...)",
            "  PostgreSQL   "
                + urls.jdbc("servicing").replaceFirst("\\?.*", "")
                + "   (user = password = database)",
            "  Kafka        " + urls.kafka(),
            "  demo logins  officer, reviewer, collector, agency, partner, auditor, admin;"
                + " password "
                + secrets.staffPassword(),
            "  logs         " + options.logs(),
            "",
            "Stop with Ctrl-C, or with ./up --stop from elsewhere. ./up --story tells the story.")
        .forEach(out::println);
  }

  private void watch(Stack stack) {
    Set<String> mourned = new HashSet<>();
    try {
      while (true) {
        TimeUnit.SECONDS.sleep(WATCH_SECONDS);
        for (String name : stack.processNames()) {
          if (!stack.process(name).isAlive() && !stack.isClosed() && mourned.add(name)) {
            out.println("  " + name + " ended by itself; its log tells why");
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
