@NullMarked
package org.parley.platform.mongo.database;

import org.jspecify.annotations.NullMarked;
