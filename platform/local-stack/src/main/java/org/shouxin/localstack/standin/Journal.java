package org.shouxin.localstack.standin;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * An append-only file of JSON lines. A line without its end (the process died while writing) never
 * happened and is cut off at the next start.
 */
final class Journal implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;

  Journal(Path file) {
    this.file = file;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void replay(Consumer<JsonObject> apply) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int start = 0;
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == '\n') {
          apply.accept(new JsonObject(new String(bytes, start, i - start, StandardCharsets.UTF_8)));
          start = i + 1;
        }
      }
      channel.truncate(start);
      channel.position(start);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void append(JsonObject event) {
    ByteBuffer line = ByteBuffer.wrap((event.encode() + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (line.hasRemaining()) {
        channel.write(line);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void clear() {
    try {
      channel.truncate(0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
