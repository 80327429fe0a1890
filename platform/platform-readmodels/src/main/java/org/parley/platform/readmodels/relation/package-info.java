/**
 * Blocks and follows between people, as a service knows them from the events of
 * social-service.
 */
@NullMarked
package org.parley.platform.readmodels.relation;

import org.jspecify.annotations.NullMarked;
