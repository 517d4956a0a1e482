package org.shouxin.localstack.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How one process is started and how one sees that it is ready.
 *
 * @param name of the process, its log and its id file
 * @param command program and arguments
 * @param environment variables added to this process's own
 * @param daemon for a command that leaves a server running and ends: the file whose first line is
 *     the server's process id
 * @param ready asked again and again until it says yes
 * @param readyMax how long that may take
 * @param stopSignal what asks the process to end in good order
 * @param archive of the program's classes, kept when the process has ended in good order
 */
record Launch(
    String name,
    List<String> command,
    Map<String, String> environment,
    Optional<Path> daemon,
    BooleanSupplier ready,
    Duration readyMax,
    String stopSignal,
    Optional<ClassArchive> archive) {

  Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
