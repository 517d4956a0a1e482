package org.shouxin.servicing.schedule.form;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.shouxin.servicing.schedule.Terms;

/** Terms in a text column, in their canonical form; a field of type Terms needs nothing more. */
@Converter(autoApply = true)
public class TermsColumn implements AttributeConverter<Terms, String> {

  @Override
  public String convertToDatabaseColumn(Terms terms) {
    return terms == null ? null : TermsForm.text(terms);
  }

  @Override
  public Terms convertToEntityAttribute(String text) {
    return text == null ? null : TermsForm.read(text);
  }
}
