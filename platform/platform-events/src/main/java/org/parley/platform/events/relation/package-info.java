/**
 * Who blocks and follows whom, as a service knows it from the events of social-service.
 */
@NullMarked
package org.parley.platform.events.relation;

import org.jspecify.annotations.NullMarked;
