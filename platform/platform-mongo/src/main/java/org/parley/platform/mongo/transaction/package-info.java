/** Writes what a service knows of others' data, from their events in any order. */
@NullMarked
package org.parley.platform.mongo.transaction;

import org.jspecify.annotations.NullMarked;
