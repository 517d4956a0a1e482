package org.shouxin.origination.application.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.stream.Collectors;

/** Reasons as text, a line each: the code, a blank, the text. */
@Converter
public class ReasonLines implements AttributeConverter<List<Reason>, String> {

  @Override
  public String convertToDatabaseColumn(List<Reason> reasons) {
    return reasons.stream()
        .map(r -> r.code() + " " + r.text().replace('\n', ' '))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public List<Reason> convertToEntityAttribute(String lines) {
    return lines == null || lines.isEmpty()
        ? List.of()
        : lines
            .lines()
            .map(line -> line.split(" ", 2))
            .map(parts -> new Reason(parts[0], parts.length > 1 ? parts[1] : ""))
            .toList();
  }
}
