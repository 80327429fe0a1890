package org.parley.contracts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The component of a record with the type of its event. It is no property of the data:
 * consumers receive it from the envelope.
 */
@JacksonAnnotationsInside
@JsonIgnore
@JacksonInject(EventType.NAME)
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

	/** The name of the injected value. */
	String NAME = "type";

}
