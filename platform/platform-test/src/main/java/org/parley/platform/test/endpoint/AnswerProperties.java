package org.parley.platform.test.endpoint;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;

/**
 * The properties of answers: those of their records and no others, and all of them
 * printed. Entity tags are computed from what is printed, so any other property would be
 * out of date in the caches of clients.
 */
final class AnswerProperties {

	/** Shown once, by the answer that creates them, which has no entity tag. */
	private static final Set<String> SECRETS = Set.of("token", "secret", "clientSecret");

	private AnswerProperties() {
	}

	/** Returns the records in a type, with those of their components. */
	static Stream<Class<?>> records(ResolvableType type) {
		var ofGenerics = Arrays.stream(type.getGenerics()).flatMap(AnswerProperties::records);
		var found = type.resolve(Object.class);
		if (!found.isRecord()) {
			return ofGenerics;
		}
		var ofComponents = Arrays.stream(found.getRecordComponents())
			.map((component) -> ResolvableType.forType(component.getGenericType()))
			.filter((component) -> component.resolve(Object.class) != found)
			.flatMap(AnswerProperties::records);
		return Stream.concat(Stream.of(found), Stream.concat(ofGenerics, ofComponents));
	}

	/** Returns the properties of a record that it does not print, without secrets. */
	static Set<String> unprinted(Class<?> type) {
		var components = type.getRecordComponents();
		return IntStream.range(0, components.length)
			.filter((index) -> !SECRETS.contains(components[index].getName()))
			.filter((index) -> value(components[index].getType(), 1) != null)
			.filter((index) -> print(type, -1).equals(print(type, index)))
			.mapToObj((index) -> components[index].getName())
			.collect(Collectors.toSet());
	}

	/** Returns the methods of a record that would be taken for properties. */
	static Set<String> derived(Class<?> type) {
		var components = Arrays.stream(type.getRecordComponents())
			.map(RecordComponent::getName)
			.collect(Collectors.toSet());
		return Arrays.stream(type.getMethods())
			.filter((method) -> method.getDeclaringClass() == type && !Modifier.isStatic(method.getModifiers()))
			.filter((method) -> method.getParameterCount() == 0 && !method.isAnnotationPresent(JsonIgnore.class))
			.map(Method::getName)
			.filter((name) -> name.matches("(is|get)[A-Z].*") && !components.contains(name))
			.collect(Collectors.toSet());
	}

	private static String print(Class<?> type, int changed) {
		return create(type, changed).toString();
	}

	private static Object create(Class<?> type, int changed) {
		var components = type.getRecordComponents();
		var values = IntStream.range(0, components.length)
			.mapToObj((index) -> value(components[index].getType(), (index == changed) ? 1 : 0))
			.toArray();
		try {
			var constructor = type.getDeclaredConstructor(
					Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
			return BeanUtils.instantiateClass(constructor, values);
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private static @Nullable Object value(Class<?> type, int variant) {
		if (type == boolean.class || type == Boolean.class) {
			return variant == 1;
		}
		if (type == int.class || type == Integer.class) {
			return variant;
		}
		if (type == long.class || type == Long.class) {
			return (long) variant;
		}
		if (type == double.class || type == Double.class) {
			return (double) variant;
		}
		if (type == String.class) {
			return "text " + variant;
		}
		if (type == Instant.class) {
			return Instant.ofEpochSecond(variant);
		}
		if (type == List.class) {
			return (variant == 1) ? List.of("text") : List.of();
		}
		return (type == Map.class) ? Map.of("key", variant) : null;
	}

}
