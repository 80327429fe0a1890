/**
 * One browsable document of every service's API.
 */
@NullMarked
package org.parley.gateway.docs;

import org.jspecify.annotations.NullMarked;
