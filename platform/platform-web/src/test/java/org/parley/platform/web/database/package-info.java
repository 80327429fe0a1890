@NullMarked
package org.parley.platform.web.database;

import org.jspecify.annotations.NullMarked;
