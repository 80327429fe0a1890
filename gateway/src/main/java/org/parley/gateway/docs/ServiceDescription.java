package org.parley.gateway.docs;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API description of a service.
 *
 * @param service its name
 * @param document its OpenAPI document; null when it did not answer
 */
record ServiceDescription(String service, @Nullable ObjectNode document) {

}
