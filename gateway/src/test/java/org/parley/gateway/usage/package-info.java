@NullMarked
package org.parley.gateway.usage;

import org.jspecify.annotations.NullMarked;
