package cellar.gateway.fetch;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import cellar.gateway.slice.FillLimits;

/**
 * How much is asked of an origin for one object.
 *
 * @param parallel how many requests run at a time, from 1
 * @param stretch how many slices one request brings at most, from 1
 * @param readAhead how many slices are fetched before a reader gets there, from 0
 * @param finishFrom which share has to be there for the rest to be fetched although
 * nobody waits for it any more, from 0 to 1
 */
@Validated
@ConfigurationProperties("cellar.gateway.fill")
public record FillProperties(@Min(1) @DefaultValue("4") int parallel, @Min(1) @DefaultValue("16") int stretch,
		@Min(0) @DefaultValue("4") int readAhead,
		@DecimalMin("0") @DecimalMax("1") @DefaultValue("0.8") double finishFrom) {

	public FillLimits limits() {
		return new FillLimits(this.parallel, this.stretch, this.readAhead, this.finishFrom);
	}

}
