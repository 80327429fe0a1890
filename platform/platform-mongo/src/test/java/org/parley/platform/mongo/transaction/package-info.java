@NullMarked
package org.parley.platform.mongo.transaction;

import org.jspecify.annotations.NullMarked;
