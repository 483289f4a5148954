package cellar.catalog.channel;

import java.util.List;
import java.util.TreeSet;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import cellar.catalog.access.UnpublishedAccess;
import cellar.catalog.description.OneLine;
import cellar.common.access.Caller;
import cellar.common.list.ListDocument;
import cellar.common.list.PageParameters;

/**
 * Channels over HTTP. What readers see of them changes with a publication.
 */
@RestController
@RequestMapping("/api/v1/channels")
class ChannelController {

	private final ChannelKeeper keeper;

	private final ChannelReader reader;

	ChannelController(ChannelKeeper keeper, ChannelReader reader) {
		this.keeper = keeper;
		this.reader = reader;
	}

	@GetMapping
	ListDocument<ChannelDocument> list(Caller caller) {
		return ListDocument.whole(this.reader.list(UnpublishedAccess.isGrantedTo(caller)));
	}

	@GetMapping("/{channel}")
	ChannelDocument get(@PathVariable String channel, Caller caller) {
		return this.reader.get(channel, UnpublishedAccess.isGrantedTo(caller));
	}

	@GetMapping("/{channel}/{os}/{architecture}")
	LatestDocument latest(@PathVariable String channel, @PathVariable String os, @PathVariable String architecture,
			Caller caller) {
		return this.reader.latest(Slots.of(channel, os, architecture), caller);
	}

	@GetMapping("/{channel}/history")
	ListDocument<MoveDocument> history(@PathVariable String channel,
			@RequestParam(defaultValue = PageParameters.FIRST_PAGE) int page,
			@RequestParam(defaultValue = PageParameters.DEFAULT_SIZE) int size) {
		PageParameters wanted = new PageParameters(page, size);
		Page<MoveDocument> moves = this.reader.history(channel, PageRequest.of(wanted.page(), wanted.size()));
		return ListDocument.of(wanted, moves.getContent(), moves.getTotalElements());
	}

	@PutMapping("/{channel}")
	ChannelDocument replace(@PathVariable String channel, @Valid @RequestBody ReplaceRequest request, Caller caller) {
		this.keeper.replace(Slots.channel(channel), new TreeSet<>(request.images()),
				new Move.Order(request.reason(), caller.name()));
		return this.reader.get(channel, true);
	}

	@PutMapping("/{channel}/{os}/{architecture}")
	ChannelDocument point(@PathVariable String channel, @PathVariable String os, @PathVariable String architecture,
			@Valid @RequestBody PointRequest request, Caller caller) {
		this.keeper.point(Slots.of(channel, os, architecture), request.image(),
				new Move.Order(request.reason(), caller.name()));
		return this.reader.get(channel, true);
	}

	@DeleteMapping("/{channel}/{os}/{architecture}")
	ResponseEntity<Void> clear(@PathVariable String channel, @PathVariable String os, @PathVariable String architecture,
			@RequestParam(defaultValue = "cleared") @OneLine String reason, Caller caller) {
		this.keeper.clear(Slots.of(channel, os, architecture), new Move.Order(reason, caller.name()));
		return ResponseEntity.noContent().build();
	}

	/**
	 * Asks for a channel to lead to these images and to no others.
	 *
	 * @param images names or ids of active images, for a slot each
	 * @param reason why, for those who look at the history
	 */
	record ReplaceRequest(@NotNull @Size(max = 200) List<@NotBlank @Size(max = 64) String> images,
			@NotBlank @Size(max = 500) @OneLine String reason) {

	}

	/**
	 * Asks for a slot to lead to an image.
	 *
	 * @param image name or id of an active image
	 * @param reason why, for those who look at the history
	 */
	record PointRequest(@NotBlank @Size(max = 64) String image, @NotBlank @Size(max = 500) @OneLine String reason) {

	}

}
