package org.parley.platform.messaging.inbox.delivery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A method that handles events of a queue.
 *
 * @param listener the component
 * @param method the method of the component
 * @param queueBean the third argument, if the method takes one
 */
record EventHandlerMethod(String queue, Map<String, Type> dataTypes, EventConsumer eventConsumer, Object listener,
		Method method, @Nullable Object queueBean) {

	/**
	 * Finds the handlers of a component, one for each queue.
	 * @param beans contain the third arguments
	 * @param queueOf finds the queue by event types when the consumer names none
	 */
	static Stream<EventHandlerMethod> of(Object listener, BeanFactory beans, Function<Set<String>, String> queueOf) {
		var type = AopUtils.getTargetClass(listener);
		var eventConsumer = AnnotatedElementUtils.getMergedAnnotation(type, EventConsumer.class);
		if (eventConsumer == null) {
			return Stream.empty();
		}
		return MethodIntrospector
			.selectMethods(type,
					(MethodIntrospector.MetadataLookup<EventHandler>) (method) -> AnnotatedElementUtils
						.getMergedAnnotation(method, EventHandler.class))
			.entrySet()
			.stream()
			.flatMap((method) -> {
				var types = Set.of(method.getValue().value());
				var queues = (eventConsumer.value().length == 0) ? Stream.of(queueOf.apply(types))
						: Arrays.stream(eventConsumer.value());
				return queues.map((queue) -> of(queue, types, eventConsumer, listener, method.getKey(), beans));
			});
	}

	private static EventHandlerMethod of(String queue, Set<String> types, EventConsumer eventConsumer, Object listener,
			Method declared, BeanFactory beans) {
		var method = AopUtils.selectInvocableMethod(declared, listener.getClass());
		var parameters = method.getParameterTypes();
		if (parameters.length < 1 || parameters.length > 3 || parameters[0] == EventEnvelope.class
				|| (parameters.length > 1 && parameters[1] != EventEnvelope.class)) {
			throw new IllegalStateException(method
					+ " must take the event data, and optionally the EventEnvelope and a bean qualified by the queue");
		}
		ReflectionUtils.makeAccessible(method);
		var dataType = method.getGenericParameterTypes()[0];
		var dataTypes = types.stream()
			.collect(Collectors.toUnmodifiableMap(Function.identity(), (type) -> dataType(dataType, type)));
		var queueBean = (parameters.length == 3)
				? BeanFactoryAnnotationUtils.qualifiedBeanOfType(beans, parameters[2], queue) : null;
		return new EventHandlerMethod(queue, dataTypes, eventConsumer, listener, method, queueBean);
	}

	/** Returns the type itself, or the record that publishes the event type as it. */
	private static Type dataType(Type declared, String type) {
		if (!(declared instanceof Class<?> event) || !ParleyEvent.class.isAssignableFrom(event)) {
			return declared;
		}
		return records(event).filter((one) -> Set.of(one.getAnnotation(Publishes.class).value()).contains(type))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"'%s' is never published as %s".formatted(type, event.getSimpleName())));
	}

	private static Stream<Class<?>> records(Class<?> event) {
		return event.isSealed() ? Arrays.stream(event.getPermittedSubclasses()).flatMap(EventHandlerMethod::records)
				: Stream.of(event);
	}

	Set<String> types() {
		return this.dataTypes.keySet();
	}

	Type dataType(String type) {
		return Objects.requireNonNull(this.dataTypes.get(type));
	}

	/** Invokes the method and passes its exceptions on unchanged. */
	void handle(Object data, EventEnvelope event) {
		try {
			switch (this.method.getParameterCount()) {
				case 1 -> this.method.invoke(this.listener, data);
				case 2 -> this.method.invoke(this.listener, data, event);
				default -> this.method.invoke(this.listener, data, event, this.queueBean);
			}
		}
		catch (InvocationTargetException ex) {
			throw unchecked(ex.getTargetException());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RuntimeException unchecked(Throwable failure) {
		return switch (failure) {
			case RuntimeException unchecked -> unchecked;
			case Error error -> throw error;
			default -> new UndeclaredThrowableException(failure);
		};
	}

}
