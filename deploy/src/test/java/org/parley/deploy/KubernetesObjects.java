package org.parley.deploy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/**
 * Checks Kubernetes objects strictly: kinds of Kubernetes and of the Gateway API against
 * the classes of fabric8, which are generated from their OpenAPI documents; kinds of
 * operators against {@code operators/schemas.json}.
 */
final class KubernetesObjects {

	private static final Map<String, Class<? extends HasMetadata>> KINDS = Stream
		.of(ConfigMap.class, Secret.class, Service.class, Deployment.class, StatefulSet.class,
				HorizontalPodAutoscaler.class, Gateway.class, HTTPRoute.class, NetworkPolicy.class,
				PodDisruptionBudget.class)
		.collect(Collectors.toMap((kind) -> HasMetadata.getApiVersion(kind) + "/" + HasMetadata.getKind(kind),
				(kind) -> kind));

	/** The classes keep unknown properties; without their setters, these are errors. */
	private static final JsonMapper STRICT = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.annotationIntrospector(new JacksonAnnotationIntrospector() {
			@Override
			public Boolean hasAnySetter(Annotated annotated) {
				return false;
			}
		})
		.build();

	private static final JsonNode OPERATORS = RepositoryFiles.json("deploy/src/test/resources/operators/schemas.json");

	private KubernetesObjects() {
	}

	/**
	 * Checks an object.
	 * @throws IllegalArgumentException if its kind or a property is unknown, or a value
	 * has the wrong type
	 */
	static void check(JsonNode object) {
		var kind = object.path("apiVersion").asText() + "/" + object.path("kind").asText();
		if (KINDS.containsKey(kind)) {
			STRICT.convertValue(object, KINDS.get(kind));
			return;
		}
		if (!OPERATORS.has(kind)) {
			throw new IllegalArgumentException("unknown kind " + kind);
		}
		var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(OPERATORS.path(kind))
			.validate(object);
		if (!errors.isEmpty()) {
			throw new IllegalArgumentException(kind + ": " + errors);
		}
		var statefulSet = object.at("/spec/override/statefulSet");
		if (!statefulSet.isMissingNode()) {
			STRICT.convertValue(statefulSet, StatefulSet.class);
		}
	}

}
