package org.parley.platform.web.transaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.beans.factory.annotation.Qualifier;

/**
 * {@code MongoOperations} for writes outside of a transaction that precede a confirmed
 * write of the same thread. They do not wait for the journal or the majority: the server
 * confirms a later write only after all earlier ones, and a new primary that has lost
 * them has lost the later one, too. Use them only where an unconfirmed write that is lost
 * has no effect.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/write-concern/">MongoDB:
 * Write Concern</a>
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.PARAMETER })
public @interface PrecedingWrites {

}
