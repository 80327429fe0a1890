/** How long services wait for MongoDB, and what its failures mean. */
@NullMarked
package org.parley.platform.mongo.database;

import org.jspecify.annotations.NullMarked;
