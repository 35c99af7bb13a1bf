package io.aurorarestore.local.template;

/** The template holds something the local AWS cannot stand for. Names the logical id. */
public final class TemplateError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TemplateError(String logicalId, String what) {
        super("deploy template, " + logicalId + ": " + what);
    }
}
