package org.shouxin.risk.scorecard.export;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.shouxin.risk.scorecard.card.CardFeature;
import org.shouxin.risk.scorecard.card.Scorecard;
import org.shouxin.risk.scorecard.card.SpecialBin;

/** A card as a PMML 4.4 Scorecard; attributes are tried in order, as the scorer tries its bins. */
public final class CardPmml {

  private static final String NAMESPACE = "http://www.dmg.org/PMML-4_4";

  private final XMLStreamWriter xml;

  private CardPmml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  public static String document(Scorecard card) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new CardPmml(xml).write(card);
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  private void write(Scorecard card) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("PMML");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("version", "4.4");
    open("Header", "description", "scorecard " + card.version());
    xml.writeEndElement();
    open("DataDictionary");
    for (CardFeature feature : card.features()) {
      empty(
          "DataField",
          "name",
          feature.name(),
          "optype",
          feature.numeric() ? "continuous" : "categorical",
          "dataType",
          feature.numeric() ? "double" : "string");
    }
    xml.writeEndElement();
    open(
        "Scorecard",
        "modelName",
        card.version(),
        "functionName",
        "regression",
        "useReasonCodes",
        "false",
        "initialScore",
        Integer.toString(card.basePoints()));
    fields(card);
    open("Characteristics");
    for (CardFeature feature : card.features()) {
      characteristic(feature);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void fields(Scorecard card) throws XMLStreamException {
    open("MiningSchema");
    for (CardFeature feature : card.features()) {
      empty("MiningField", "name", feature.name(), "invalidValueTreatment", "asIs");
    }
    xml.writeEndElement();
    open("Output");
    empty(
        "OutputField",
        "name",
        "score",
        "feature",
        "predictedValue",
        "dataType",
        "double",
        "optype",
        "continuous");
    xml.writeEndElement();
  }

  private void characteristic(CardFeature feature) throws XMLStreamException {
    open("Characteristic", "name", feature.name());
    attribute(feature.missing().points());
    predicate(feature.name(), "isMissing", null);
    xml.writeEndElement();
    if (feature.numeric()) {
      numeric(feature);
    } else {
      categorical(feature);
    }
    xml.writeEndElement();
  }

  private void numeric(CardFeature feature) throws XMLStreamException {
    for (SpecialBin special : feature.specials()) {
      attribute(special.bin().points());
      predicate(feature.name(), "equal", number(special.value()));
      xml.writeEndElement();
    }
    for (int i = 0; i < feature.bins().size(); i++) {
      attribute(feature.bins().get(i).points());
      if (i < feature.edges().size()) {
        predicate(feature.name(), "lessOrEqual", number(feature.edges().get(i)));
      } else {
        xml.writeEmptyElement("True");
      }
      xml.writeEndElement();
    }
  }

  private void categorical(CardFeature feature) throws XMLStreamException {
    for (int i = 0; i < feature.bins().size(); i++) {
      List<String> levels = feature.levels().get(i);
      if (levels.isEmpty()) {
        continue;
      }
      attribute(feature.bins().get(i).points());
      open("SimpleSetPredicate", "field", feature.name(), "booleanOperator", "isIn");
      open("Array", "type", "string", "n", Integer.toString(levels.size()));
      xml.writeCharacters(
          levels.stream()
              .map(level -> '"' + level.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
              .collect(Collectors.joining(" ")));
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndElement();
    }
    attribute(feature.unseen().points());
    xml.writeEmptyElement("True");
    xml.writeEndElement();
  }

  private void attribute(int points) throws XMLStreamException {
    open("Attribute", "partialScore", Integer.toString(points));
  }

  private void predicate(String field, String operator, String value) throws XMLStreamException {
    if (value == null) {
      empty("SimplePredicate", "field", field, "operator", operator);
    } else {
      empty("SimplePredicate", "field", field, "operator", operator, "value", value);
    }
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).toPlainString();
  }

  private void open(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement(name);
    write(attributes);
  }

  private void empty(String name, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(name);
    write(attributes);
  }

  private void write(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }
}
