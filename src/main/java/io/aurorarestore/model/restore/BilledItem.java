package io.aurorarestore.model.restore;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that AWS bills for a restore, as a quantity of a unit that has a price. Never as money: prices go by region and
 * time, and only AWS knows them.
 *
 * @param of what the price goes by: the class of instances, the type of a storage
 * @param quantity empty where nothing tells it before
 * @param per what time the quantity is of
 * @param note how long, or where the quantity can be seen
 */
public record BilledItem(
        What what, Optional<String> of, Optional<BigDecimal> quantity, Unit unit, Per per, String note) {

    /** Where AWS says what each unit costs. */
    public static final String PRICES = "https://aws.amazon.com/rds/aurora/pricing/";

    private static final int DECIMALS = 2;

    /** What is little is not nothing. */
    private static final MathContext DIGITS_OF_LITTLE = new MathContext(2, RoundingMode.HALF_UP);

    public BilledItem {
        quantity = quantity.map(BilledItem::rounded);
    }

    private static BigDecimal rounded(BigDecimal quantity) {
        BigDecimal some = quantity.compareTo(BigDecimal.ONE) < 0
                ? quantity.round(DIGITS_OF_LITTLE)
                : quantity.setScale(DECIMALS, RoundingMode.HALF_UP);
        BigDecimal shortest = some.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** What it is. */
    public enum What {
        COPY_TRANSFER("transfer of our copy"),
        COPY_STORAGE("storage of our copy"),
        NEW_INSTANCES("the new cluster's instances"),
        NEW_STORAGE("the new cluster's storage"),
        OLD_INSTANCES("the old cluster's instances"),
        OLD_STORAGE("the old cluster's storage"),
        FINAL_SNAPSHOT("the old cluster's final snapshot"),
        RETAINED_BACKUPS("the old cluster's automated backups");

        private final String words;

        What(String words) {
            this.words = words;
        }
    }

    /** What AWS has a price of. */
    public enum Unit {
        GIB("GiB"),
        GIB_MONTH("GiB-month"),
        INSTANCE_HOUR("instance-hour"),
        ACU_HOUR("ACU-hour");

        private final String text;

        Unit(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Once for the whole restore, or again and again for as long as there is what is billed. */
    public enum Per {
        RESTORE,
        HOUR,
        MONTH;

        private String words() {
            return this == RESTORE ? "once" : "each " + name().toLowerCase(Locale.ROOT);
        }
    }

    /** For instance {@code 2 instance-hours each hour: the new cluster's instances (db.r6g.large), ...}. */
    public String inWords() {
        return amount() + " " + per.words() + ": " + what.words
                + of.map(kind -> " (" + kind + ")").orElse("") + ", " + note;
    }

    private String amount() {
        boolean alone =
                unit == Unit.GIB || quantity.filter(BigDecimal.ONE::equals).isPresent();
        return quantity.map(BigDecimal::toPlainString).orElse("?") + " " + unit + (alone ? "" : "s");
    }
}
