/** Serves the settings of all services, protected by a password. */
@NullMarked
package org.parley.config;

import org.jspecify.annotations.NullMarked;
