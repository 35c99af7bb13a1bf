package io.aurorarestore.intake;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.request.AcceptedRequest;
import io.aurorarestore.model.request.AcceptedRequestSize;
import io.aurorarestore.model.request.ClusterSelector.PointInTime;
import io.aurorarestore.model.request.RestoreRequest;
import io.aurorarestore.model.settings.ReplaceMode;
import io.aurorarestore.model.settings.Requestable;
import io.aurorarestore.model.text.NamePattern;
import java.time.Duration;
import java.util.List;

/** Checks a request against the profiles that apply to it: target, caller, settings, data loss and size. */
record Admission(RestoreRequest request, SettingsResolver resolver) {

    /** So far apart clocks may be. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    /** Fails with {@link RequestRejectedException} where the profiles do not let this caller ask for this. */
    void permit(String by) {
        permitTarget();
        ProfileAccess.permit(by, resolver);
        permitSettings();
        refuseContradiction();
    }

    private void permitTarget() {
        if (!NamePattern.anyMatches(resolver.allowedTargets(), request.target())) {
            throw new RequestRejectedException(
                    FailureCode.TARGET_NOT_ALLOWED,
                    "Profile " + request.profile() + " does not allow the target " + request.target() + ".");
        }
    }

    private void permitSettings() {
        List<String> refused = resolver.refusedSettings();
        if (!refused.isEmpty()) {
            throw new RequestRejectedException(
                    FailureCode.SETTING_NOT_ALLOWED,
                    "Profile " + request.profile() + " does not let a request say " + String.join(", ", refused)
                            + "; it may say " + may() + "." + never(refused));
        }
    }

    private static String never(List<String> refused) {
        List<String> never = refused.stream().filter(Requestable::isNever).toList();
        return never.isEmpty()
                ? ""
                : " A request may never say " + String.join(", ", never) + ", whatever requestMay names.";
    }

    private String may() {
        List<String> may = resolver.requestMay();
        return may.isEmpty() ? "no setting" : "only " + String.join(", ", may);
    }

    private void refuseContradiction() {
        if (resolver.contradictory()) {
            throw new RequestRejectedException(
                    FailureCode.INVALID_PROFILE,
                    "Profile default lists databases, and profile " + request.profile()
                            + " says database, users, scripts or checks as of one: let it list databases, too.");
        }
    }

    /** Fails with {@link RequestRejectedException} for what must not, or cannot, be carried out as it is asked for. */
    void accept(AcceptedRequest accepted) {
        acceptLoss(accepted);
        acceptTime(accepted);
        acceptSize(accepted);
    }

    /** Deleting first leaves nothing to go back to but a final snapshot. */
    private void acceptLoss(AcceptedRequest accepted) {
        if (request.replace() == ReplaceMode.DELETE_FIRST
                && !request.acceptDataLoss()
                && !accepted.settings().asked().finalSnapshot().orElse(false)) {
            throw new RequestRejectedException(
                    FailureCode.DATA_LOSS_NOT_ACCEPTED,
                    "delete-first deletes " + request.target() + " before its successor is there.");
        }
    }

    /** Nobody means the future: a time zone is wrong. What says now may come from a clock that is a little ahead. */
    private void acceptTime(AcceptedRequest accepted) {
        if (request.source() instanceof PointInTime source
                && source.at().filter(accepted.openedAt().plus(AHEAD)::isBefore).isPresent()) {
            throw new RequestRejectedException(
                    FailureCode.INVALID_REQUEST,
                    "source.at is in the future: " + source.at().get() + ", and it is " + accepted.openedAt()
                            + " (UTC). Say \"latest\" for the latest restorable time.");
        }
    }

    private void acceptSize(AcceptedRequest accepted) {
        fit(
                FailureCode.INVALID_PROFILE,
                "Profile " + request.profile() + " has",
                AcceptedRequestSize.of(resolver.withoutRequest()));
        fit(
                FailureCode.INVALID_REQUEST,
                "The request and its profile " + request.profile() + " have",
                AcceptedRequestSize.of(request, accepted.settings()));
    }

    private static void fit(FailureCode code, String whose, int bytes) {
        if (bytes > AcceptedRequestSize.MOST) {
            throw new RequestRejectedException(
                    code,
                    whose + " " + bytes + " bytes of settings and SQL; a restore takes " + AcceptedRequestSize.MOST
                            + ".");
        }
    }
}
