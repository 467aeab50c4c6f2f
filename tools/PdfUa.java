// Checks PDF files against the machine-checkable rules of PDF/UA-1 with the veraPDF engine, and
// prints for each file "ok <path>" or "bad <path>" and, indented, every rule that it breaks.
// Exit status 1 if any file breaks one. Usage: PdfUa file.pdf [...]
//
// The jar on the class path has the engine without its XML binding, so the rules are read here.

import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

public final class PdfUa {
  private static final PDFAFlavour FLAVOUR = PDFAFlavour.PDFUA_1;
  private static final String RULES = "/org/verapdf/pdfa/validation/PDFUA-1.xml";

  public static void main(String[] paths) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    ValidationProfile profile = profile();
    System.err.println(profile.getRules().size() + " rules");
    boolean fine = true;
    for (String path : paths) {
      Map<String, String> broken = broken(new File(path), profile);
      System.out.println((broken.isEmpty() ? "ok " : "bad ") + path);
      broken.forEach((rule, message) -> System.out.println("  " + rule + " " + message));
      fine = fine && broken.isEmpty();
    }
    System.exit(fine ? 0 : 1);
  }

  /** The rules that a file breaks, each with what is wrong in one place; any failure is one too. */
  private static Map<String, String> broken(File file, ValidationProfile profile) {
    Map<String, String> found = new TreeMap<>();
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, FLAVOUR);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(profile, 100000, false, true, false)) {
      for (TestAssertion made : validator.validate(parser).getTestAssertions()) {
        if (made.getStatus() != TestAssertion.Status.FAILED) {
          continue;
        }
        RuleId id = made.getRuleId();
        String text = made.getErrorMessage() == null ? made.getMessage() : made.getErrorMessage();
        String place = made.getLocation().getContext();
        found.putIfAbsent(id.getClause() + "-" + id.getTestNumber(), line(text + " @ " + place));
      }
    } catch (Exception error) {
      found.put("unreadable", line(String.valueOf(error)));
    }
    return found;
  }

  private static ValidationProfile profile() throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(PdfUa.class.getResourceAsStream(RULES))
            .getDocumentElement();
    Set<Rule> rules = new LinkedHashSet<>();
    for (Element rule : all(root, "rule")) {
      rules.add(rule(rule));
    }
    Set<Variable> variables = new LinkedHashSet<>();
    for (Element v : all(root, "variable")) {
      variables.add(
          Profiles.variableFromValues(
              v.getAttribute("name"), v.getAttribute("object"),
              text(v, "defaultValue"), text(v, "value")));
    }
    return Profiles.profileFromValues(
        FLAVOUR, Profiles.profileDetailsFromValues(RULES, RULES, "veraPDF", new Date(0)),
        "", rules, variables);
  }

  private static Rule rule(Element rule) {
    Element id = all(rule, "id").get(0);
    Element error = all(rule, "error").get(0);
    List<ErrorArgument> arguments = new ArrayList<>();
    for (Element argument : all(error, "argument")) {
      arguments.add(
          ErrorArgumentImpl.fromValues(
              argument.getTextContent(), argument.getAttribute("name"), null));
    }
    RuleId ruleId =
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
    Boolean deferred =
        rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
    return Profiles.ruleFromValues(
        ruleId, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
        text(rule, "description"), text(rule, "test"),
        Profiles.errorFromValues(text(error, "message"), arguments), Collections.emptyList());
  }

  private static List<Element> all(Element inside, String name) {
    NodeList nodes = inside.getElementsByTagName(name);
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  private static String text(Element inside, String name) {
    for (Node n = inside.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element && n.getNodeName().equals(name)) {
        return n.getTextContent();
      }
    }
    return "";
  }

  private static String line(String text) {
    return text.replace('\n', ' ');
  }
}
