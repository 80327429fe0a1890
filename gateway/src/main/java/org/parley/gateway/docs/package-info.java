/** The merged API document of all services. */
@NullMarked
package org.parley.gateway.docs;

import org.jspecify.annotations.NullMarked;
