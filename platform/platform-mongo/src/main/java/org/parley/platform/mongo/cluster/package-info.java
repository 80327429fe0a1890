/** Coordinates work that only one instance of a service may do at a time. */
@NullMarked
package org.parley.platform.mongo.cluster;

import org.jspecify.annotations.NullMarked;
