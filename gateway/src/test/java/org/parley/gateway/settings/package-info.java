@NullMarked
package org.parley.gateway.settings;

import org.jspecify.annotations.NullMarked;
